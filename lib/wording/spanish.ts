import type { Wording } from './english';

/** "y" is "e" before the sound of i. */
const and = (next: string) => (/^h?i(?![aeou])/i.test(next) ? 'e' : 'y');
const listed = (items: string[]) => {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and(last)} ${last}`;
};
const times = (count: number) => (count === 2 ? 'dos veces' : `${count} veces`);
const quoted = (text: string) => `«${text}»`;
const logs = (count: number) => `${count} ${count === 1 ? 'nota' : 'notas'}`;
const days = (count: number) => `${count} ${count === 1 ? 'día' : 'días'}`;

/** Spanish, with "usted". What to do stands in the infinitive. */
export const spanish: Wording = {
  locale: 'es-ES',
  numbers: 'es-ES',
  topics: {
    budget: 'presupuesto',
    price: 'precio',
    timing: 'plazos',
    onboarding: 'puesta en marcha',
    migration: 'migración de datos',
    security: 'seguridad',
    integration: 'integración',
    reliability: 'fiabilidad',
    features: 'funciones',
    support: 'soporte',
    contract: 'condiciones del contrato',
    adoption: 'adopción por el equipo',
    authority: 'aprobación',
    value: 'valor para el negocio',
    references: 'referencias',
    other: 'otro asunto',
  },
  plays: {
    budget: {
      bring: 'un comienzo por fases que quepa en el dinero que hay',
      hurts: 'Quizá no haya dinero para esto',
      ask: 'preguntar cuándo y quién decide sobre el dinero',
    },
    price: {
      bring: 'una comparación de costes de todo el plazo',
      hurts: 'El precio podría costar el trato',
      ask: 'preguntar qué decide además del precio',
    },
    timing: {
      bring: 'un plan que quepa en su calendario',
      hurts: 'Los plazos podrían aplazar el trato',
      ask: 'preguntar qué fecha iría bien y qué tiene que pasar antes',
    },
    onboarding: {
      bring: 'un plan de puesta en marcha',
      hurts: 'Las dudas sobre la puesta en marcha podrían frenar el trato',
      ask: 'acordar quién forma al primer equipo y para cuándo',
    },
    migration: {
      bring: 'un calendario de la migración de datos',
      hurts: 'La migración de datos podría atascar el trato',
      ask: 'acordar quién se encarga allí de la migración de datos y para cuándo',
    },
    security: {
      bring: 'el informe de seguridad',
      hurts: 'Las preguntas abiertas de seguridad podrían bloquear el trato',
      ask: 'preguntar quién aprueba la seguridad y qué falta todavía',
    },
    integration: {
      bring: 'una demostración de la integración para su responsable técnico',
      hurts: 'Las dudas sobre la integración podrían parar el trato',
      ask: 'acordar una fecha para que su responsable técnico la pruebe',
    },
    reliability: {
      bring: 'el historial de disponibilidad y el SLA',
      hurts: 'Las dudas sobre la fiabilidad podrían parar el trato',
      ask: 'preguntar qué cifra lo resolvería',
    },
    features: {
      bring: 'una respuesta clara sobre la función que falta, con fecha o alternativa',
      hurts: 'Una función que falta podría costar el trato',
      ask: 'preguntar qué harían sin ella',
    },
    support: {
      bring: 'las condiciones de soporte y los tiempos de respuesta',
      hurts: 'Las dudas sobre el soporte podrían costar el trato',
      ask: 'preguntar qué tiempo de respuesta necesitan',
    },
    contract: {
      bring: 'unas condiciones de contrato revisadas',
      hurts: 'Las condiciones del contrato podrían retener el trato',
      ask: 'preguntar qué cláusula estorba',
    },
    adoption: {
      bring: 'un plan de formación y adopción',
      hurts: 'El equipo quizá no lo adopte',
      ask: 'acordar qué equipo empieza y quién lo acompaña',
    },
    authority: {
      bring: 'un resumen de una página para quien firma',
      hurts: 'La aprobación podría retener el trato',
      ask: 'preguntar quién firma y qué quiere ver',
    },
    value: {
      bring: 'un caso de negocio con sus propias cifras',
      hurts: 'El valor todavía no les queda claro',
      ask: 'preguntar cómo tendría que ser un resultado',
    },
    references: {
      bring: 'una llamada de referencia con un cliente parecido',
      hurts: 'La falta de referencias podría frenar el trato',
      ask: 'acordar una fecha para la llamada de referencia',
    },
    other: {
      bring: 'una respuesta a lo que les preocupa',
      hurts: 'Una duda abierta podría atascar el trato',
      ask: 'preguntar qué la resolvería',
    },
  },
  listed,
  times,
  quoted,

  risk: {
    rejection: 'Dijeron que no',
    championLost: 'El defensor ya no está',
    promiseOverdue: (promise) => `Nuestra promesa está vencida: ${quoted(promise)}`,
    legal: 'Legal o compras retiene el trato',
    rivalPressing: 'La presión de un competidor en el precio sigue sin resolver',
    rivalActive: 'Hay un competidor en juego',
    budget: 'El presupuesto está bloqueado',
    again: (risk, count) => `${risk} (surgió ${times(count)})`,
    silence: (count, tries) =>
      `Sin noticias desde hace ${days(count)}${tries < 2 ? '' : `, ${tries} intentos nuestros sin respuesta`}`,
    noDecisionMaker: 'Todavía no ha participado nadie que decida',
    both: (first, second) => {
      const then = `${second.charAt(0).toLowerCase()}${second.slice(1)}`;
      return `${first}, ${and(then)} ${then}.`;
    },
  },
  bring: {
    promised: 'lo prometido',
    legal: 'lo que espera legal o compras',
    rival: 'una comparación en lo que les importa',
    summary: 'un resumen de una página para quien firma',
    both: (first, second) => `${first} ${and(second)} ${second}`,
  },
  action: {
    rejection: (name) =>
      `Dar las gracias a ${name}, preguntar qué lo decidió y acordar cuándo volver a verlo; sin vender.`,
    championLost: (bring) =>
      `Preguntar quién toma el relevo y pedir que nos presenten; llevar ${bring}.`,
    promiseOverdue: (name, promise) =>
      `Entregar antes que nada lo que prometimos${promise ? ` el ${promise.day} (${quoted(promise.words)})` : ''}, y avisar a ${name} cuando esté.`,
    legal: (name) =>
      `Preguntar a ${name} qué necesita todavía legal o compras, enviarlo y acordar una fecha para la aprobación.`,
    given: (name, day, topic) =>
      `Preguntar a ${name} si lo que dimos el ${day} resuelve ${topic ? `el tema de ${topic}` : 'esto'} y qué falta todavía.`,
    bring: (name, bring, ask) => `Llevar a ${name} ${bring}, y ${ask}.`,
    callWith: (name, bring, ask) => `Llamar a ${name} con ${bring}, y ${ask}.`,
    askRival: 'preguntar qué decide entre nosotros',
    call: (name, tried) =>
      tried ? `Llamar a ${name} en vez de volver a escribir` : `Llamar a ${name}`,
    silenceWith: (call, bring, ask) => `${call}, con ${bring}: ${ask}, y proponer dos fechas.`,
    silence: (call, given) =>
      `${call}: ${given ? `preguntar qué fue de lo del ${given.day} (${quoted(given.words)})` : 'preguntar si sigue siendo prioridad'}, y proponer dos fechas.`,
    keepPromise: (name, words, due) =>
      `Cumplir nuestra promesa${due ? ` antes del ${due}` : ''} (${quoted(words)}) y acordar con ${name} la próxima fecha.`,
    theirPromise: (name, words) =>
      `Preguntar a ${name} qué fue de esto: ${quoted(words)}, y acordar la próxima fecha.`,
    signature: (name) => `Preguntar a ${name} la fecha de la firma y acordar la puesta en marcha.`,
    contract: (name) =>
      `Enviar el contrato a ${name} y acordar la fecha de la firma y de la puesta en marcha.`,
    pilot: (name) =>
      `Acordar con ${name} qué hace del piloto un éxito y la fecha para decidir sobre él.`,
    decision: (name) =>
      `Preguntar a ${name} qué falta todavía para la decisión y llevarlo antes de esa fecha.`,
    liked: (name, words) =>
      `Partir de lo que gustó a ${name} (${quoted(words)}): proponer un piloto con fecha.`,
    firstMeeting: (name) => `Entender las prioridades de ${name} y presentar el producto.`,
    whoDecides: (name) =>
      `Preguntar a ${name} quién más decide y pedir una llamada con esas personas.`,
    nextStep: (name) =>
      `Preguntar a ${name} qué importa más este trimestre y acordar un próximo paso con fecha.`,
    pilotDates: (name) => `Proponer a ${name} fechas para el piloto y lo que tiene que demostrar.`,
    offer: (name) => `Enviar la oferta a ${name} y acordar una fecha para repasarla juntos.`,
    offerSent: (name, day) =>
      `Preguntar a ${name} qué falta para un sí a lo que enviamos el ${day} y para cuándo deciden.`,
  },
  warning: {
    idle: (count) => `Nada registrado desde hace ${days(count)}.`,
    ghosted: (tries) => `${tries} intentos sin respuesta.`,
    overdue: (promise) => `Les debemos: ${quoted(promise)}`,
    noDecisionMaker: 'Todavía no ha participado ningún decisor ni defensor.',
    noPrice: 'Nunca se ha hablado del precio.',
    onePerson: (company) =>
      `Todo depende de una persona: la memoria no conoce a nadie más ${company ? `en ${company}` : 'de su empresa'}.`,
    rejection: 'Dijeron que no.',
    championLost: 'El defensor se fue.',
    stalled: (count) => `Nada ganado desde hace ${days(count)}.`,
  },
  ledger: {
    rows: {
      start_unknown: 'Todavía no se ha hablado con nadie',
      start: 'Primera conversación registrada',
      engaged: 'Participa: pregunta, responde o acude',
      need_confirmed: 'Necesidad confirmada',
      positive_reaction: 'Buena reacción a algo mostrado o enviado',
      authority: 'Participa un defensor o decisor',
      budget_confirmed: 'Presupuesto confirmado',
      date_set: 'Hay fecha de decisión o de puesta en marcha',
      pilot_requested: 'Piloto, prueba u oferta pedida',
      pilot_agreed: 'Piloto o prueba acordada',
      verbal_commitment: 'Compromiso verbal',
      next_step: 'Próximo paso acordado con fecha',
      objection_resolved: 'Objeción resuelta',
      objection: 'Objeción abierta',
      objection_again: 'La misma objeción otra vez',
      budget_blocked: 'Presupuesto bloqueado',
      budget_eased: 'El bloqueo del presupuesto pesa la mitad: después hubo señales de compra',
      competitor_active: 'Competidor activo',
      competitor_pressing: 'El competidor presiona en el precio',
      legal_blocker: 'Bloqueo de legal o compras',
      champion_lost: 'Defensor perdido',
      promise_overdue: 'Nuestra promesa está vencida',
      negative_tone: 'Mal tono en la última conversación',
      rejection: 'Rechazo explícito',
      silence: 'Silencio',
      superseded: 'Retirado',
      clamp: 'La puntuación queda entre 0 y 100',
    },
    meaning:
      'Una lectura de la conversación hasta ahora según reglas publicadas, no una probabilidad.',
    labels: {
      Cold: 'sin participación, o largo silencio',
      'Warming up': 'primer interés, objeciones sin resolver',
      Engaged: 'conversaciones activas, algunas buenas señales',
      Hot: 'señales fuertes, cerca de una decisión',
      Closing: 'compromiso verbal o prueba acordada',
    },
    about: (row, topic) => `${row}: ${topic}`,
    takenBack: {
      bySaidNo: (row) => `Retirado: ${row.toLowerCase()}, antes de que dijeran que no`,
      resolved: (topic) => `Retirado: se resolvió ${topic}`,
      legal: 'Retirado: legal y compras han terminado',
      rival: 'Retirado: el competidor está fuera',
      champion: 'Retirado: hay un nuevo defensor',
      rejection: 'Retirado: volvieron después de su no',
      budget: 'Retirado: se liberó el presupuesto',
    },
    overdue: (promise) => `Nuestra promesa está vencida: ${quoted(promise)}`,
    silence: (count) => `Silencio de ${days(count)}`,
  },
  languages: {
    de: 'alemán',
    fr: 'francés',
    es: 'español',
    it: 'italiano',
    pt: 'portugués',
    nl: 'neerlandés',
    sv: 'sueco',
    pl: 'polaco',
    ja: 'japonés',
    ko: 'coreano',
    zh: 'chino o japonés',
    ru: 'ruso o afín',
    el: 'griego',
    he: 'hebreo',
    ar: 'árabe o persa',
    th: 'tailandés',
    hi: 'hindi o afín',
  },
  note: {
    later: (count) =>
      `${logs(count)} con fecha posterior todavía no ${count === 1 ? 'cuenta' : 'cuentan'}.`,
    unreadable: (count, all, languages) =>
      `${count} de ${all} notas no están en inglés${languages.length > 0 ? ` (${languages.join(', ')})` : ''}: el lector básico no puede leerlas. Están en la cronología.`,
    addressed: (count) =>
      `${logs(count)} ${count === 1 ? 'se dirige' : 'se dirigen'} a quien lee a máquina: lo que sigue allí no cuenta.`,
    leftOut: (count) =>
      `${logs(count)} no ${count === 1 ? 'cupo' : 'cupieron'} en lo que lee un modelo; las leyó el lector básico.`,
    unreadOfThese: (count) =>
      `${count} de ellas ${count === 1 ? 'está' : 'están'} en un idioma que no puede leer.`,
    shortened: (count) => `El modelo leyó solo el principio de ${logs(count)}.`,
  },
  meeting: {
    budget: 'presupuesto',
    goingAhead: 'seguir adelante',
    legal: 'legal y compras',
    strangersOnly: (names) =>
      `Preguntar a ${listed(names)} qué necesita${names.length === 1 ? '' : ' cada persona'}, y presentar el producto.`,
    strangersToo: (names) =>
      `${listed(names)} ${names.length === 1 ? 'participa' : 'participan'} por primera vez: preguntar qué les importa.`,
    change: 'preguntar qué tendría que cambiar',
    leavesOpen: (ask) => `preguntar qué deja abierto nuestra respuesta, y ${ask}`,
    bring: (bring, ask) => `llevar ${bring}, y ${ask}`,
    settle: (about, doubting, others, todo) =>
      `Resolver en la reunión el tema de ${about}, en el que ${listed(doubting)} ${doubting.length > 1 ? 'tienen' : 'tiene'} dudas y ${listed(others)} no: ${todo}.`,
    begin: (about, names, todo) =>
      `Empezar por el tema de ${about}, que preocupa a ${listed(names)}: ${todo}.`,
  },
  week: {
    promised: (day, words) => `Lo prometimos para el ${day}: ${quoted(words)}`,
    asked: (words) => `Lo pidieron, y todavía no se ha enviado nada: ${quoted(words)}`,
    ahead: (day, words) => `Próximo: ${day} (${quoted(words)})`,
    gained: (label, words) => `${spanish.week.labels[label]}: ${quoted(words)}`,
    still: (score) => `Puntuación ${score}, y todavía nada que la mueva.`,
    labels: {
      Cold: 'Frío',
      'Warming up': 'Templándose',
      Engaged: 'En diálogo',
      Hot: 'Caliente',
      Closing: 'Cerrando',
    },
    momentum: { improving: 'mejorando', steady: 'estable', declining: 'empeorando' },
    warnings: {
      no_activity: 'sin actividad',
      ghosted: 'sin respuesta',
      overdue_promise: 'promesa vencida',
      single_threaded: 'un solo contacto',
      no_decision_maker: 'sin decisor',
      pricing_never_discussed: 'precio sin tratar',
      red_flag: 'señal de alarma',
      stalled: 'estancado',
    },
    held: {
      pressed: 'se escapa, un rival presiona y nuestro último intento sigue sin respuesta',
      owing: 'se escapa, les debemos algo y nuestro último intento sigue sin respuesta',
      overdue: 'una promesa nuestra está vencida',
      silent: 'estaba caliente y dejaron de responder',
      refused: 'dijeron que no',
      champion: 'el defensor se ha ido',
    },
    heads: {
      attention: 'Requiere atención ahora',
      follow_up: 'Seguimiento esta semana',
      on_track: 'En buen camino',
    },
    title: (day) => `La semana, ${day}`,
    nobody: 'Todavía no hay nadie guardado.',
    since: (count) => (count === null ? 'sin contacto aún' : `${days(count)} sin contacto`),
    why: 'Por qué',
    todo: 'Hacer',
    cameBack: (topic, count, when, open) =>
      `Volvió a surgir: ${topic}, ${times(count)} (${when})${open ? '' : ', resuelto'}`,
    heldByRule: (rule) => `Aquí por regla: ${rule}`,
    from: 'De',
    deals: (count, one) => `${count} ${one ? 'trato' : 'tratos'}`,
    byRules: (deals) => `${deals}, comparados según reglas (lector básico).`,
    untold: 'tokens no indicados por su servidor',
    tokens: (count) => `${count} tokens`,
    byModel: (deals, model, calls, tokens, seconds) =>
      `${deals}, comparados por ${model} en ${calls} ${calls === 1 ? 'consulta' : 'consultas'}, ${tokens}, ${seconds} s.`,
    mended: (told) => `Corregido: ${told}.`,
    mends: {
      missing: 'omitidos por él, colocados según reglas',
      doubled: 'nombrados dos veces',
      invented: 'inventados, descartados',
      unreadable: 'sin un lugar legible',
      moved: 'movidos por una regla fija',
      reworded: 'frases que las notas no respaldan, sustituidas',
      byRules: 'lotes propuestos según reglas',
    },
    objections: {
      title: 'Objeciones de los últimos 30 días',
      concern: 'objeción',
      deals: 'tratos',
      times: 'veces',
      open: 'abiertas',
    },
    more: (count) => `… ${count} más en SalesMemory.`,
  },
  mail: {
    parts: {
      agreed: 'Lo que acordamos',
      fromMe: 'Lo que recibirá de mí',
      fromYou: 'Lo que recibiré de usted',
      asked: 'Lo que pidió',
    },
    topics: {
      budget: 'el presupuesto',
      price: 'el precio',
      timing: 'los plazos',
      onboarding: 'la puesta en marcha',
      migration: 'la migración de datos',
      security: 'la seguridad',
      integration: 'la integración',
      reliability: 'la fiabilidad',
      features: 'lo que puede hacer el producto',
      support: 'el soporte',
      contract: 'el contrato',
      adoption: 'la adopción por su equipo',
    },
    greeting: {
      warm: (given) => `Hola, ${given}:`,
      plain: (given) => `Buenos días, ${given}:`,
      formal: (_, name) => `Estimado/a ${name}:`,
    },
    opening: {
      warm: (day) => `Me alegró hablar con usted el ${day}. Esto es lo que me llevo:`,
      plain: (day) => `Esto es lo que anoté de nuestra llamada del ${day}:`,
      formal: (day) => `Gracias por su tiempo el ${day}. A continuación, lo que anoté:`,
    },
    thanks: {
      warm: (day) => `Gracias por la llamada del ${day}.`,
      plain: (day) => `Gracias por la llamada del ${day}.`,
      formal: (day) => `Le agradezco la llamada del ${day}.`,
    },
    raised: {
      warm: (topics) => `Mencionó ${topics}; volveré a escribirle sobre ello.`,
      plain: (topics) => `Mencionó ${topics}; volveré a escribirle sobre ello.`,
      formal: (topics) => `Usted mencionó ${topics}; volveré a escribirle al respecto.`,
    },
    closing: {
      warm: '¿Se me olvidó algo? Escríbame sin más.',
      plain: 'Dígame, por favor, si falta algo o si es distinto.',
      formal: 'Le ruego que me indique si falta algo o si es distinto.',
    },
    farewell: {
      warm: 'Un saludo,',
      plain: 'Saludos cordiales,',
      formal: 'Atentamente,',
    },
    subject: (day) => `Nuestra llamada del ${day}`,
    agreed: 'lo que acordamos',
  },
};
