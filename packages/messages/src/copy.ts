/**
 * What a catalogue in another language has to have: every message of the English one, sentences as any text, functions of the same
 * facts. A message that is missing does not compile, and neither does one that English does not have.
 */
export type Copy<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (...facts: infer Facts) => infer Said
      ? (...facts: Facts) => Copy<Said>
      : T extends readonly (infer One)[]
        ? readonly Copy<One>[]
        : { readonly [Name in keyof T]: Copy<T[Name]> }
