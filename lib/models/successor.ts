/** @returns how many signs two names begin with in common. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The maker and the family of a model's name: "openai/gpt-oss-120b" is of "openai/gpt". */
const familyOf = (name: string) => /^(?:[^/]+\/)?[a-z]+/i.exec(name)?.[0] ?? name;

/**
 * @param gone the model that its server doesn't have any more
 * @param models those that it has
 * @param usual the one that the product is tuned to
 * @returns which of them to take in its place: the usual one, or the nearest of the same family; null
 * where neither is there.
 */
export function successorOf(
  gone: string,
  models: readonly string[],
  usual: string | null,
): string | null {
  const others = models.filter((model) => model !== gone);
  if (usual !== null && others.includes(usual)) return usual;
  const family = familyOf(gone);
  const [nearest] = others
    .filter((model) => familyOf(model) === family)
    .sort((a, b) => sharedStart(b, gone) - sharedStart(a, gone));
  return nearest ?? null;
}
