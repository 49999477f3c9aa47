import type { Wording } from './english';

const listed = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} und ${items.at(-1)}`;
const times = (count: number) => (count === 2 ? 'zweimal' : `${count}-mal`);
const quoted = (text: string) => `„${text}“`;
const notes = (count: number) => `${count} ${count === 1 ? 'Notiz' : 'Notizen'}`;

/**
 * German. Risks begin with no noun, since one of two is joined in small letters (`risk.both`); what to
 * bring stands in the accusative, what to ask in the infinitive.
 */
export const german: Wording = {
  locale: 'de-DE',
  numbers: 'de-DE',
  topics: {
    budget: 'Budget',
    price: 'Preis',
    timing: 'Zeitpunkt',
    onboarding: 'Einführung',
    migration: 'Datenmigration',
    security: 'Sicherheit',
    integration: 'Integration',
    reliability: 'Zuverlässigkeit',
    features: 'Funktionen',
    support: 'Support',
    contract: 'Vertragsbedingungen',
    adoption: 'Akzeptanz im Team',
    authority: 'Freigabe',
    value: 'geschäftlicher Nutzen',
    references: 'Referenzen',
    other: 'etwas anderes',
  },
  plays: {
    budget: {
      bring: 'einen stufenweisen Start, der zum vorhandenen Geld passt',
      hurts: 'Es ist vielleicht kein Geld dafür da',
      ask: 'fragen, wann und von wem über das Geld entschieden wird',
    },
    price: {
      bring: 'einen Kostenvergleich über die ganze Laufzeit',
      hurts: 'Am Preis könnte der Abschluss scheitern',
      ask: 'fragen, was außer dem Preis entscheidet',
    },
    timing: {
      bring: 'einen Plan, der in ihren Kalender passt',
      hurts: 'Der Zeitpunkt könnte den Abschluss hinausschieben',
      ask: 'fragen, welches Datum ginge und was davor geschehen muss',
    },
    onboarding: {
      bring: 'einen Plan für die Einführung',
      hurts: 'An der Einführung gibt es Zweifel, die den Abschluss bremsen könnten',
      ask: 'vereinbaren, wer das erste Team schult und bis wann',
    },
    migration: {
      bring: 'einen Zeitplan für die Datenmigration',
      hurts: 'An der Datenmigration könnte der Abschluss hängen bleiben',
      ask: 'vereinbaren, wer bei ihnen für die Datenmigration zuständig ist und bis wann',
    },
    security: {
      bring: 'den Sicherheitsbericht',
      hurts: 'Offene Fragen zur Sicherheit könnten den Abschluss blockieren',
      ask: 'fragen, wer die Sicherheit freigibt und was noch fehlt',
    },
    integration: {
      bring: 'eine Vorführung der Integration für ihre technische Leitung',
      hurts: 'An der Integration gibt es Zweifel, die den Abschluss verhindern könnten',
      ask: 'einen Termin vereinbaren, an dem ihre technische Leitung sie testet',
    },
    reliability: {
      bring: 'die bisherige Verfügbarkeit und das SLA',
      hurts: 'An der Zuverlässigkeit gibt es Zweifel, die den Abschluss verhindern könnten',
      ask: 'fragen, welcher Wert das klären würde',
    },
    features: {
      bring: 'eine klare Antwort zur fehlenden Funktion, mit Datum oder Ausweg',
      hurts: 'Eine fehlende Funktion könnte den Abschluss kosten',
      ask: 'fragen, was sie ohne diese Funktion täten',
    },
    support: {
      bring: 'die Supportbedingungen und Reaktionszeiten',
      hurts: 'Am Support gibt es Zweifel, die den Abschluss kosten könnten',
      ask: 'fragen, welche Reaktionszeit sie brauchen',
    },
    contract: {
      bring: 'überarbeitete Vertragsbedingungen',
      hurts: 'Die Vertragsbedingungen könnten den Abschluss aufhalten',
      ask: 'fragen, welche Klausel im Weg steht',
    },
    adoption: {
      bring: 'einen Plan für Schulung und Alltag im Team',
      hurts: 'Das Team nimmt es vielleicht nicht an',
      ask: 'vereinbaren, welches Team beginnt und wer es begleitet',
    },
    authority: {
      bring: 'eine Zusammenfassung auf einer Seite für die Person, die unterschreibt',
      hurts: 'Die Freigabe könnte den Abschluss aufhalten',
      ask: 'fragen, wer unterschreibt und was diese Person sehen will',
    },
    value: {
      bring: 'eine Rechnung mit ihren eigenen Zahlen',
      hurts: 'Der Nutzen ist ihnen noch nicht klar',
      ask: 'fragen, wie ein Ergebnis aussehen müsste',
    },
    references: {
      bring: 'ein Gespräch mit einem ähnlichen Kunden',
      hurts: 'Fehlende Referenzen könnten den Abschluss bremsen',
      ask: 'einen Termin für das Referenzgespräch vereinbaren',
    },
    other: {
      bring: 'eine Antwort auf das, was ihnen Sorgen macht',
      hurts: 'Ein offenes Bedenken könnte den Abschluss aufhalten',
      ask: 'fragen, was es klären würde',
    },
  },
  listed,
  times,
  quoted,

  risk: {
    rejection: 'Sie haben abgesagt',
    championLost: 'Der Fürsprecher ist weg',
    promiseOverdue: (promise) => `Unser Versprechen ist überfällig: ${quoted(promise)}`,
    legal: 'Die Rechtsabteilung oder der Einkauf hält den Abschluss auf',
    rivalPressing: 'Der Preisdruck eines Wettbewerbers ist ungelöst',
    rivalActive: 'Ein Wettbewerber ist im Spiel',
    budget: 'Das Budget ist blockiert',
    again: (risk, count) => `${risk} (${times(count)} angesprochen)`,
    silence: (days, tries) =>
      `Seit ${days} Tagen nichts gehört${tries < 2 ? '' : `, ${tries} unserer Versuche ohne Antwort`}`,
    noDecisionMaker: 'Bisher war niemand dabei, der entscheidet',
    both: (first, second) => `${first}, und ${second.charAt(0).toLowerCase()}${second.slice(1)}.`,
  },
  bring: {
    promised: 'das Versprochene',
    legal: 'das, worauf Rechtsabteilung oder Einkauf warten',
    rival: 'einen Vergleich in dem, was ihnen wichtig ist',
    summary: 'eine Zusammenfassung auf einer Seite für die Person, die unterschreibt',
    both: (first, second) => `${first} und ${second}`,
  },
  action: {
    rejection: (name) =>
      `Bei ${name} bedanken, fragen, was den Ausschlag gab, und vereinbaren, wann man wieder darüber spricht; nicht werben.`,
    championLost: (bring) =>
      `Fragen, wer übernimmt, und sich vorstellen lassen; mitbringen: ${bring}.`,
    promiseOverdue: (name, promise) =>
      `Zuerst liefern, was wir versprochen haben${promise ? ` (am ${promise.day}: ${quoted(promise.words)})` : ''}, und ${name} sagen, wann es da ist.`,
    legal: (name) =>
      `${name} fragen, was Rechtsabteilung oder Einkauf noch brauchen, es schicken und einen Termin für die Freigabe vereinbaren.`,
    given: (name, day, topic) =>
      `${name} fragen, ob das, was wir am ${day} geliefert haben, ${topic ? `das Thema ${topic}` : 'es'} klärt, und was noch fehlt.`,
    bring: (name, bring, ask) => `Für ${name} mitbringen: ${bring}; dazu ${ask}.`,
    callWith: (name, bring, ask) => `${name} anrufen; anbieten: ${bring}; dazu ${ask}.`,
    askRival: 'fragen, was zwischen uns entscheidet',
    call: (name, tried) =>
      tried ? `${name} anrufen, statt noch einmal zu schreiben` : `${name} anrufen`,
    silenceWith: (call, bring, ask) =>
      `${call}; anbieten: ${bring}; dazu ${ask}, und zwei Termine vorschlagen.`,
    silence: (call, given) =>
      `${call}: ${given ? `fragen, was aus dem vom ${given.day} wurde (${quoted(given.words)}),` : 'fragen, ob es noch Vorrang hat,'} und zwei Termine vorschlagen.`,
    keepPromise: (name, words, due) =>
      `Unser Versprechen${due ? ` bis zum ${due}` : ''} halten (${quoted(words)}) und mit ${name} den nächsten Termin vereinbaren.`,
    theirPromise: (name, words) =>
      `${name} fragen, was daraus wurde: ${quoted(words)}, und den nächsten Termin vereinbaren.`,
    signature: (name) =>
      `${name} nach dem Datum der Unterschrift fragen und den Start vereinbaren.`,
    contract: (name) =>
      `${name} den Vertrag schicken und das Datum für Unterschrift und Start vereinbaren.`,
    pilot: (name) =>
      `Mit ${name} vereinbaren, woran sich der Erfolg des Piloten zeigt und wann darüber entschieden wird.`,
    decision: (name) =>
      `${name} fragen, was für die Entscheidung noch fehlt, und es vor dem Datum bringen.`,
    liked: (name, words) =>
      `Auf dem aufbauen, was ${name} gefiel (${quoted(words)}): einen Piloten mit Datum vorschlagen.`,
    firstMeeting: (name) => `Verstehen, was ${name} wichtig ist, und das Produkt vorstellen.`,
    whoDecides: (name) =>
      `${name} fragen, wer noch mitentscheidet, und um ein Gespräch mit diesen Personen bitten.`,
    nextStep: (name) =>
      `${name} fragen, was in diesem Quartal am wichtigsten ist, und einen nächsten Schritt mit Datum vereinbaren.`,
    pilotDates: (name) => `${name} Termine für den Piloten vorschlagen und was er zeigen muss.`,
    offer: (name) =>
      `${name} das Angebot schicken und einen Termin vereinbaren, um es gemeinsam durchzugehen.`,
    offerSent: (name, day) =>
      `${name} fragen, was für ein Ja zu dem fehlt, was wir am ${day} geschickt haben, und bis wann entschieden wird.`,
  },
  warning: {
    idle: (days) => `Seit ${days} Tagen nichts notiert.`,
    ghosted: (tries) => `${tries} Versuche ohne Antwort.`,
    overdue: (promise) => `Wir schulden ihnen: ${quoted(promise)}`,
    noDecisionMaker: 'Bisher war weder ein Entscheider noch ein Fürsprecher dabei.',
    noPrice: 'Über den Preis wurde nie gesprochen.',
    onePerson: (company) =>
      `Alles hängt an einer Person: Das Gedächtnis kennt sonst niemanden ${company ? `bei ${company}` : 'aus ihrer Firma'}.`,
    rejection: 'Sie haben abgesagt.',
    championLost: 'Der Fürsprecher ist gegangen.',
    stalled: (days) => `Seit ${days} Tagen nichts gewonnen.`,
  },
  ledger: {
    rows: {
      start_unknown: 'Noch mit niemandem gesprochen',
      start: 'Erstes Gespräch notiert',
      engaged: 'Beteiligt: fragt, antwortet oder erscheint',
      need_confirmed: 'Bedarf bestätigt',
      positive_reaction: 'Gute Reaktion auf etwas Gezeigtes oder Geschicktes',
      authority: 'Fürsprecher oder Entscheider beteiligt',
      budget_confirmed: 'Budget bestätigt',
      date_set: 'Datum für Entscheidung oder Start steht',
      pilot_requested: 'Pilot, Test oder Angebot angefragt',
      pilot_agreed: 'Pilot oder Test vereinbart',
      verbal_commitment: 'Mündliche Zusage',
      next_step: 'Nächster Schritt mit Datum vereinbart',
      objection_resolved: 'Einwand geklärt',
      objection: 'Offener Einwand',
      objection_again: 'Derselbe Einwand noch einmal',
      budget_blocked: 'Budget blockiert',
      budget_eased: 'Die Budgetsperre zählt halb: Danach kamen Kaufsignale',
      competitor_active: 'Wettbewerber im Spiel',
      competitor_pressing: 'Wettbewerber drückt den Preis',
      legal_blocker: 'Recht oder Einkauf blockiert',
      champion_lost: 'Fürsprecher verloren',
      promise_overdue: 'Unser Versprechen ist überfällig',
      negative_tone: 'Schlechte Stimmung im letzten Gespräch',
      rejection: 'Ausdrückliche Absage',
      silence: 'Stille',
      superseded: 'Zurückgenommen',
      clamp: 'Der Wert bleibt zwischen 0 und 100',
    },
    meaning:
      'Eine Deutung der bisherigen Gespräche nach veröffentlichten Regeln, keine Wahrscheinlichkeit.',
    labels: {
      Cold: 'keine Beteiligung oder lange Stille',
      'Warming up': 'erstes Interesse, Einwände ungeklärt',
      Engaged: 'lebhafte Gespräche, einige gute Zeichen',
      Hot: 'starke Zeichen, kurz vor der Entscheidung',
      Closing: 'mündliche Zusage oder Test vereinbart',
    },
    about: (row, topic) => `${row}: ${topic}`,
    takenBack: {
      bySaidNo: (row) => `Zurückgenommen: ${row}, vor der Absage`,
      resolved: (topic) => `Zurückgenommen: ${topic} ist geklärt`,
      legal: 'Zurückgenommen: Recht und Einkauf sind durch',
      rival: 'Zurückgenommen: Der Wettbewerber ist draußen',
      champion: 'Zurückgenommen: Ein neuer Fürsprecher ist da',
      rejection: 'Zurückgenommen: Sie kamen nach ihrer Absage wieder',
      budget: 'Zurückgenommen: Das Budget ist freigegeben',
    },
    overdue: (promise) => `Unser Versprechen ist überfällig: ${quoted(promise)}`,
    silence: (days) => `Stille seit ${days} Tagen`,
  },
  languages: {
    de: 'Deutsch',
    fr: 'Französisch',
    es: 'Spanisch',
    it: 'Italienisch',
    pt: 'Portugiesisch',
    nl: 'Niederländisch',
    sv: 'Schwedisch',
    pl: 'Polnisch',
    ja: 'Japanisch',
    ko: 'Koreanisch',
    zh: 'Chinesisch oder Japanisch',
    ru: 'Russisch oder verwandt',
    el: 'Griechisch',
    he: 'Hebräisch',
    ar: 'Arabisch oder Persisch',
    th: 'Thai',
    hi: 'Hindi oder verwandt',
  },
  note: {
    later: (count) =>
      `${notes(count)} mit späterem Datum ${count === 1 ? 'zählt' : 'zählen'} noch nicht.`,
    unreadable: (count, all, languages) =>
      `${count} von ${all} Notizen sind nicht auf Englisch${languages.length > 0 ? ` (${languages.join(', ')})` : ''}: Der einfache Leser kann sie nicht lesen. Sie stehen im Verlauf.`,
    addressed: (count) =>
      `${notes(count)} ${count === 1 ? 'wendet' : 'wenden'} sich an Maschinen, die mitlesen: Was dort folgt, zählt nicht.`,
    leftOut: (count) =>
      `${notes(count)} ${count === 1 ? 'passte' : 'passten'} nicht in das, was ein Modell liest; der einfache Leser hat sie gelesen.`,
    unreadOfThese: (count) =>
      `${count} davon ${count === 1 ? 'ist' : 'sind'} in einer Sprache, die er nicht lesen kann.`,
    shortened: (count) => `Von ${notes(count)} hat das Modell nur den Anfang gelesen.`,
  },
  meeting: {
    budget: 'Budget',
    goingAhead: 'Weitermachen',
    legal: 'Recht und Einkauf',
    strangersOnly: (names) =>
      `${listed(names)} fragen, was ${names.length === 1 ? 'gebraucht wird' : 'sie jeweils brauchen'}, und das Produkt vorstellen.`,
    strangersToo: (names) =>
      `${listed(names)} ${names.length === 1 ? 'ist' : 'sind'} neu: fragen, was wichtig ist.`,
    change: 'fragen, was sich ändern müsste',
    leavesOpen: (ask) => `fragen, was unsere Antwort offen lässt, und ${ask}`,
    bring: (bring, ask) => `${bring} mitbringen und ${ask}`,
    settle: (about, doubting, others, todo) =>
      `Das Thema ${about} gemeinsam klären, bei dem ${listed(doubting)} Zweifel ${doubting.length > 1 ? 'haben' : 'hat'} und ${listed(others)} nicht: ${todo}.`,
    begin: (about, names, todo) =>
      `Mit dem Thema ${about} beginnen, das ${listed(names)} Sorgen macht: ${todo}.`,
  },
  week: {
    promised: (day, words) => `Wir haben es bis zum ${day} versprochen: ${quoted(words)}`,
    asked: (words) => `Sie haben gefragt, und noch ist nichts geschickt: ${quoted(words)}`,
    ahead: (day, words) => `Als Nächstes: ${day} (${quoted(words)})`,
    gained: (label, words) => `${german.week.labels[label]}: ${quoted(words)}`,
    still: (score) => `Stand ${score}, und noch nichts, was ihn bewegt.`,
    labels: {
      Cold: 'Kalt',
      'Warming up': 'Wird warm',
      Engaged: 'Im Gespräch',
      Hot: 'Heiß',
      Closing: 'Vor Abschluss',
    },
    momentum: {
      improving: 'besser werdend',
      steady: 'gleichbleibend',
      declining: 'schlechter werdend',
    },
    warnings: {
      no_activity: 'keine Aktivität',
      ghosted: 'antwortet nicht',
      overdue_promise: 'Zusage überfällig',
      single_threaded: 'nur ein Kontakt',
      no_decision_maker: 'kein Entscheider',
      pricing_never_discussed: 'Preis nie besprochen',
      red_flag: 'Warnzeichen',
      stalled: 'steht still',
    },
    held: {
      pressed: 'rutscht ab, ein Wettbewerber drängt, und unser letzter Versuch blieb ohne Antwort',
      owing: 'rutscht ab, wir schulden etwas, und unser letzter Versuch blieb ohne Antwort',
      overdue: 'ein Versprechen von uns ist überfällig',
      silent: 'es war heiß, und sie antworten nicht mehr',
      refused: 'sie haben abgesagt',
      champion: 'der Fürsprecher ist weg',
    },
    heads: {
      attention: 'Braucht jetzt Aufmerksamkeit',
      follow_up: 'Diese Woche nachfassen',
      on_track: 'Auf Kurs',
    },
    title: (day) => `Die Woche, ${day}`,
    nobody: 'Noch ist niemand gespeichert.',
    since: (days) =>
      days === null
        ? 'noch kein Kontakt'
        : `seit ${days === 1 ? '1 Tag' : `${days} Tagen`} kein Kontakt`,
    why: 'Warum',
    todo: 'Tun',
    cameBack: (topic, count, days, open) =>
      `Kam wieder auf: ${topic}, ${times(count)} (${days})${open ? '' : ', geklärt'}`,
    heldByRule: (rule) => `Durch eine Regel hier gehalten: ${rule}`,
    from: 'Aus',
    deals: (count, one) => `${count} ${one ? 'Deal' : 'Deals'}`,
    byRules: (deals) => `${deals}, nach Regeln verglichen (einfacher Leser).`,
    untold: 'Token vom Server nicht genannt',
    tokens: (count) => `${count} Token`,
    byModel: (deals, model, calls, tokens, seconds) =>
      `${deals}, verglichen von ${model} in ${calls} ${calls === 1 ? 'Anfrage' : 'Anfragen'}, ${tokens}, ${seconds} s.`,
    mended: (told) => `Berichtigt: ${told}.`,
    mends: {
      missing: 'von ihm ausgelassen, nach Regeln eingeordnet',
      doubled: 'doppelt genannt',
      invented: 'erfunden, verworfen',
      unreadable: 'ohne lesbaren Platz',
      moved: 'durch eine feste Regel verschoben',
      reworded: 'Sätze ersetzt, die die Notizen nicht belegen',
      byRules: 'Stapel nach Regeln vorgeschlagen',
    },
    objections: {
      title: 'Einwände der letzten 30 Tage',
      concern: 'Einwand',
      deals: 'Deals',
      times: 'Male',
      open: 'offen',
    },
    more: (count) => `… ${count} weitere in SalesMemory.`,
  },
  mail: {
    parts: {
      agreed: 'Was wir vereinbart haben',
      fromMe: 'Was von mir kommt',
      fromYou: 'Was von Ihnen kommt',
      asked: 'Worum Sie gebeten haben',
    },
    topics: {
      budget: 'das Budget',
      price: 'den Preis',
      timing: 'den Zeitpunkt',
      onboarding: 'die Einführung',
      migration: 'die Datenmigration',
      security: 'die Sicherheit',
      integration: 'die Integration',
      reliability: 'die Zuverlässigkeit',
      features: 'den Funktionsumfang',
      support: 'den Support',
      contract: 'den Vertrag',
      adoption: 'die Akzeptanz in Ihrem Team',
    },
    greeting: {
      warm: (given) => `Hallo ${given},`,
      plain: (_, name) => `Guten Tag ${name},`,
      formal: (_, name) => `Guten Tag ${name},`,
    },
    opening: {
      warm: (day) => `schön, dass wir am ${day} gesprochen haben. Das nehme ich mit:`,
      plain: (day) => `das habe ich aus unserem Gespräch am ${day} notiert:`,
      formal: (day) =>
        `vielen Dank für Ihre Zeit am ${day}. Nachfolgend finden Sie, was ich notiert habe:`,
    },
    thanks: {
      warm: (day) => `danke für das Gespräch am ${day}.`,
      plain: (day) => `danke für das Gespräch am ${day}.`,
      formal: (day) => `vielen Dank für das Gespräch am ${day}.`,
    },
    raised: {
      warm: (topics) => `Sie haben ${topics} angesprochen; dazu melde ich mich wieder.`,
      plain: (topics) => `Sie haben ${topics} angesprochen; dazu melde ich mich wieder.`,
      formal: (topics) => `Sie haben ${topics} angesprochen; dazu komme ich auf Sie zurück.`,
    },
    closing: {
      warm: 'Habe ich etwas vergessen? Schreiben Sie mir einfach.',
      plain: 'Bitte sagen Sie mir, wenn etwas fehlt oder anders ist.',
      formal: 'Bitte lassen Sie mich wissen, falls etwas fehlt oder anders ist.',
    },
    farewell: {
      warm: 'Viele Grüße',
      plain: 'Freundliche Grüße',
      formal: 'Mit freundlichen Grüßen',
    },
    subject: (day) => `Unser Gespräch am ${day}`,
    agreed: 'was wir vereinbart haben',
  },
};
