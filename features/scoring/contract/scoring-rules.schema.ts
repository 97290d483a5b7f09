/** Adoption scoring (采用计分) as a pack says it: versions of rules, each from a day on. */
import { type Static, Type } from 'typebox'

export const ScoringRules = Type.Object(
  { versions: Type.Array(Type.Object({ id: Type.String(), from: Type.String() }), { minItems: 1 }) },
  { additionalProperties: false },
)
export type ScoringRules = Static<typeof ScoringRules>
