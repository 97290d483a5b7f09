/** What proofreading (校对) found in an edition as it is saved, and the word list (用语规范) of an office. */
import { Finding, levels } from '@jianbao/proofreading/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Count = Type.Integer({ minimum: 0 })
const Fingerprint = Type.String({ pattern: '^[0-9a-f]{14,20}(-\\d{1,6})?$' })

export const IgnoredFinding = Type.Object(
  { byName: Type.String(), at: Moment, reason: Type.String() },
  closed,
)

export const ProofFinding = Type.Object(
  {
    ...Finding.properties,
    /** Who decided to leave it, and why. */
    ignored: Nullable(IgnoredFinding),
  },
  closed,
)
export type ProofFinding = Static<typeof ProofFinding>

export const proofActions = ['mend', 'ignore'] as const

export const EditionProof = Type.Object(
  {
    version: Count,
    findings: Type.Array(ProofFinding),
    /** Without those that are ignored. */
    counts: Type.Object({ error: Count, warn: Count, hint: Count, ignored: Count }, closed),
    /** As they were proofread: what a mend is asked under. */
    items: Type.Array(Type.Object({ id: Id, version: Count }, closed)),
    /** Whether the pages were looked at too; that takes longer, and may fail without harm to the rest. */
    pages: Type.Enum(['seen', 'failed', 'not-asked']),
    actions: Type.Array(Type.Enum(proofActions)),
  },
  closed,
)
export type EditionProof = Static<typeof EditionProof>

export const ProofQuery = Type.Object({ pages: Type.Optional(Type.Boolean()) }, closed)

export const IgnoreWish = Type.Object(
  { fingerprint: Fingerprint, reason: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
)
export const HeedWish = Type.Object({ fingerprint: Fingerprint }, closed)

/** Findings to be mended, item by item, each item as it was when it was proofread. */
export const MendWish = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          itemId: Id,
          version: Count,
          fingerprints: Type.Array(Fingerprint, { minItems: 1, maxItems: 500 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  closed,
)
export type MendWish = Static<typeof MendWish>

const word = {
  wrong: Type.String({ minLength: 1, maxLength: 40 }),
  /** Null: not to be used, and nothing to put in its place. */
  right: Nullable(Type.String({ minLength: 1, maxLength: 60 })),
  reason: Nullable(Type.String({ maxLength: 120 })),
  level: Type.Enum(levels),
}

export const wordActions = ['edit', 'remove'] as const

export const OfficeWordRow = Type.Object(
  {
    id: Id,
    ...word,
    unitId: Id,
    unitName: Type.String(),
    /** Of a unit above the one that was asked for. */
    inherited: Type.Boolean(),
    updatedName: Type.String(),
    updatedAt: Moment,
    version: Count,
    actions: Type.Array(Type.Enum(wordActions)),
  },
  closed,
)
export type OfficeWordRow = Static<typeof OfficeWordRow>

export const wordSorts = ['wrong', 'updated'] as const
const filters = {
  q: Type.Optional(Type.String({ maxLength: 60 })),
  level: Type.Optional(Type.Enum(levels)),
  /** The caller's own when left out. */
  unit: Type.Optional(Id),
}
export const OfficeWordFilters = Type.Object(filters, closed)
export type OfficeWordFilters = Static<typeof OfficeWordFilters>
export const OfficeWordQuery = Type.Object(
  {
    ...filters,
    sort: Type.Optional(Type.Enum(wordSorts)),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type OfficeWordQuery = Static<typeof OfficeWordQuery>

export const OfficeWordPage = Type.Object(
  {
    rows: Type.Array(OfficeWordRow),
    total: Count,
    page: Count,
    pageSize: Count,
    /** Whose list it is, and the units whose lists the caller keeps. */
    unitId: Id,
    unitName: Type.String(),
    units: Type.Array(Type.Object({ id: Id, name: Type.String() }, closed)),
    actions: Type.Array(Type.Enum(['add', 'import'])),
  },
  closed,
)
export type OfficeWordPage = Static<typeof OfficeWordPage>

export const OfficeWordDraft = Type.Object({ unitId: Id, ...word }, closed)
export type OfficeWordDraft = Static<typeof OfficeWordDraft>
export const OfficeWordChange = Type.Object({ version: Count, ...word }, closed)
export type OfficeWordChange = Static<typeof OfficeWordChange>

/** Rows of a sheet; a word that is there already is written anew. */
export const OfficeWordImport = Type.Object(
  { unitId: Id, rows: Type.Array(Type.Object(word, closed), { minItems: 1, maxItems: 2000 }) },
  closed,
)
export type OfficeWordImport = Static<typeof OfficeWordImport>
export const OfficeWordImported = Type.Object({ added: Count, changed: Count, same: Count }, closed)
export type OfficeWordImported = Static<typeof OfficeWordImported>
