/**
 * Words in a log that talk to whoever reads it by machine, instead of telling of a conversation. What
 * such a sentence claims is no fact about the deal. Sales people write about scores, systems and
 * instructions too, so each pattern needs the address or the order, not the noun alone.
 */
const addressed = [
  // Orders about rules: "ignore the rubric", "disregard all previous instructions".
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules|rubric|prompts?|guidelines)\b/i,
  /\b(?:ignore|disregard|forget)\b (?:everything|all|anything)\b.{0,12}\b(?:above|before|earlier|previous|you)/i,
  /\b(?:ignorier|vergiss|ignora|olvida|oublie)\w*\b.{0,40}\b(?:anweisung|regel|instrucci|regla|instruction|règle|consigne)/iu,
  /игнорируй.{0,40}(?:правил|инструкц)|(?:忽略|无视|無視).{0,20}(?:指示|指令|规则|規則|ルール)|(?:指示|指令|规则|規則|ルール).{0,10}(?:忽略|无视|無視)/iu,
  // A new role, or somebody else speaking.
  /\b(?:you are now|pretend to be|from now on,? you|your (?:new |real )?task is)\b|^\W*act as (?:an?|the) (?:ai|assistant|system|admin)/i,
  /^\W*(?:system|developer)\s*(?:prompt|message|note|override|instruction)|^\W*(?:assistant|ai|llm|human)\s*[:›>]/i,
  /^\W*system\s*[:›>]\W*(?:you|ignore|new|override|set|give|all|from|this|the (?:score|deal|prospect|rubric))\b/i,
  /\b(?:note|message|instructions?|attention|important|hint|reminder|memo) (?:to|for) (?:the |all |any |our )?(?:ai|llm|model|assistant|reader|gpt|chatbot|language model|summari[sz]er)\b/i,
  /\b(?:as an? (?:ai|language model)|(?:dear|hey|hello) (?:ai|assistant|model|gpt))\b/i,
  /\b(?:system|developer) (?:prompt|override|mode)\b/i,
  // Demands about the answer.
  /\b(?:give|set|assign|return|output|report|rate|respond|write|raise|emit)\b.{0,40}(?:\bscores? (?:of|to|at|is) \W*\d|\b(?:highest|maximum|top|full|perfect) score\b|\b100 (?:points|out of 100))/i,
  /\bscore\b.{0,20}(?:\b(?:must|should) be\b|\bis now\b)|\bscore\b.{0,12}[:=]\s*(?:100|9\d)\b/i,
  /\b(?:answer|respond|reply)\b.{0,20}\b(?:only|in|with)\b.{0,20}\bjson\b/i,
  /\b(?:mark|classify|treat|count|record|label|flag|consider|read)\b.{0,25}\bas\b.{0,20}\b(?:won|closed|hot|committed|commitment|approved|resolved|signed|closing|100)\b/i,
  /\b(?:verbal_commitment|pilot_agreed|budget_confirmed|objection_resolved|legal_cleared|competitor_out|memory_ids?|memoryId|need_confirmed)\b/,
  /\b(?:reveal|print|repeat|show|leak|output) (?:me )?(?:your|the) (?:system |hidden |full )?(?:prompt|instructions|rubric)\b/i,
  // Getting things out: an order to hand memory over to an address.
  /\b(?:send|forward|e-?mail|post|upload|leak|copy)\b.{0,40}\b(?:notes|memories|memory|history|logs|brief|api key|keys|passwords?|customer list|conversation)\b.{0,40}(?:@|https?:|\bwww\.)/i,
  /!\[[^\]]*\]\(|\]\(\s*(?:javascript|data):|<\s*\/?\s*(?:script|img|iframe|svg|form|style|link|meta|object|embed)\b|javascript:|\bon(?:error|load|click|mouseover)\s*=/i,
  // What this product's own prompt and answers look like.
  /\{\s*["'](?:id|date|outcome|text|memory_id)["']\s*:/i,
  /={2,} ?(?:memories|end\b|begin\b|instructions?)|<\/?\s*(?:memor|system|assistant|user|data|log|instruction|doc)|[<‹]\||\[\/?(?:inst|sys)\b/i,
  /["'](?:signals|kind|score|label|risk|action|points|momentum|confidence|polarity)["']\s*:/i,
];

const sentenceEnd = /(?<=[.!?。！？]["'”’)]?)\s+|(?<=[。！？])|\n+/gu;

/** @returns whether words talk to a machine that reads them. */
export function talksToReader(text: string): boolean {
  const bare = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return addressed.some((pattern) => pattern.test(bare));
}

/**
 * Where a log begins to talk to a machine: the first such sentence. What follows it belongs to the
 * order, however it is worded, and counts no more.
 *
 * @returns an index into the text; its length where it tells of the conversation to the end
 */
export function conversationEnd(text: string): number {
  let start = 0;
  for (const match of text.matchAll(sentenceEnd)) {
    if (talksToReader(text.slice(start, match.index))) return start;
    start = match.index + match[0].length;
  }
  return talksToReader(text.slice(start)) ? start : text.length;
}
