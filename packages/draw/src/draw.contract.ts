/** The file `jianbao-draw/1`. Nothing stands in it that the check of the file would not notice being altered. */
import { type Static, Type } from 'typebox'

export const drawSchema = 'jianbao-draw/1'

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const Code = Type.String({ minLength: 1, maxLength: 64 })
const Name = Type.String({ minLength: 1, maxLength: 200 })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** What may be drawn: a unit, or anything else with a code of its own. */
export const DrawObject = Type.Object({ code: Code, name: Name, stratum: Name }, closed)
export type DrawObject = Static<typeof DrawObject>

/** `unit`: code of the inspector's own unit, empty for none; `recused`: codes of objects they must not inspect. */
export const DrawInspector = Type.Object(
  {
    code: Code,
    name: Name,
    unit: Type.String({ maxLength: 64 }),
    recused: Type.Array(Code, { maxItems: 200_000 }),
  },
  closed,
)
export type DrawInspector = Static<typeof DrawInspector>

/** The least of a stratum: so many, and so many per cent of its objects, rounded up. The greater of the two counts. */
export const DrawStratum = Type.Object(
  { name: Name, minimumCount: Count, minimumShare: Type.Integer({ minimum: 0, maximum: 100 }) },
  closed,
)
export type DrawStratum = Static<typeof DrawStratum>

export const DrawRules = Type.Object(
  {
    /** Objects to be drawn, all strata together. */
    count: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** None in a draw without inspectors, such as a lottery; else two at least. */
    inspectorsPerObject: Type.Integer({ minimum: 0, maximum: 20, not: { const: 1 } }),
    objectsPerInspector: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    strata: Type.Array(DrawStratum, { minItems: 1, maxItems: 1000 }),
  },
  closed,
)
export type DrawRules = Static<typeof DrawRules>

const register = {
  name: Name,
  organiser: Name,
  rules: DrawRules,
  objects: Type.Array(DrawObject, { maxItems: 1_000_000 }),
  inspectors: Type.Array(DrawInspector, { maxItems: 2000 }),
}

/** Who may be drawn, who may inspect, and by what rules: fixed before the draw. */
export const DrawRegister = Type.Object(register, closed)
export type DrawRegister = Static<typeof DrawRegister>

/** Published before the draw: SHA-256 of the register's canonical text and of the seed. */
export const DrawCommit = Type.Object({ register: Hash, seed: Hash }, closed)
export type DrawCommit = Static<typeof DrawCommit>

/** `seed`: 64 hexadecimal digits, kept secret until now; `contribution`: what those present called out. */
export const DrawReveal = Type.Object(
  { seed: Hash, contribution: Type.String({ minLength: 1, maxLength: 500 }) },
  closed,
)
export type DrawReveal = Static<typeof DrawReveal>

/** One object that was drawn, with its rank (SHA-256) and the codes of its inspectors. */
export const DrawnObject = Type.Object({ object: Code, rank: Hash, inspectors: Type.Array(Code) }, closed)
export type DrawnObject = Static<typeof DrawnObject>

const committed = { schema: Type.Literal(drawSchema), ...register, commit: DrawCommit }

/** As published before the draw. */
export const CommittedDraw = Type.Object(committed, closed)
export type CommittedDraw = Static<typeof CommittedDraw>

/** As published after the draw. */
export const FinishedDraw = Type.Object(
  { ...committed, reveal: DrawReveal, result: Type.Array(DrawnObject) },
  closed,
)
export type FinishedDraw = Static<typeof FinishedDraw>

/** Objects of a stratum that must be drawn at least. */
export function leastOf({ minimumCount, minimumShare }: Omit<DrawStratum, 'name'>, objects: number): number {
  return Math.max(minimumCount, Math.ceil((objects * minimumShare) / 100))
}
