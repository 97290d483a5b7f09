/** What comes of a contest: certificates, the list of results, lotteries, as the office sees them. */
import { type Static, Type } from 'typebox'
import { contestStates } from './contest.flow.ts'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])
const Id = Type.String({ format: 'uuid' })
const Moment = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const Count = Type.Integer({ minimum: 0 })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
const paged = { total: Count, page: Count, pageSize: Count }

export const drawStates = ['committed', 'drawn', 'void'] as const
/** 重做以前: an edition of the list that was public and was withdrawn. */
const ResultEdition = Type.Object(
  {
    edition: Count,
    root: Hash,
    sha256: Hash,
    lines: Count,
    sizeBytes: Count,
    madeAt: Moment,
    withdrawnAt: Nullable(Moment),
  },
  closed,
)
export type ResultEdition = Static<typeof ResultEdition>

export const lotteryActs = ['run', 'void'] as const
export const LotteryDraw = Type.Object(
  {
    id: Id,
    no: Count,
    name: Type.String(),
    prize: Type.String(),
    /** Those eligible on this day; null: in all. */
    day: Nullable(Day),
    count: Count,
    again: Type.Boolean(),
    state: Type.Enum(drawStates),
    eligible: Count,
    registerHash: Hash,
    seedHash: Hash,
    committedAt: Moment,
    contribution: Nullable(Type.String()),
    seed: Nullable(Type.String()),
    drawnAt: Nullable(Moment),
    winners: Type.Array(
      Type.Object({ place: Count, code: Type.String(), name: Type.String(), unit: Type.String() }, closed),
    ),
    voidedAt: Nullable(Moment),
    voidReason: Nullable(Type.String()),
    byName: Type.String(),
    version: Count,
    actions: Type.Array(Type.Enum(lotteryActs)),
  },
  closed,
)
export type LotteryDraw = Static<typeof LotteryDraw>

export const awardActs = ['draw', 'reveal-key'] as const
export const ContestAwards = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    title: Type.String(),
    unitName: Type.String(),
    state: Type.Enum(contestStates),
    certificates: Type.Array(
      Type.Object(
        {
          key: Type.String(),
          name: Type.String(),
          by: Type.Enum(['score', 'rank', 'attempts'] as const),
          bound: Count,
          /** Players who may have one; null: a place is known only after publication. */
          entitled: Nullable(Count),
          issued: Count,
        },
        closed,
      ),
    ),
    results: Type.Array(ResultEdition),
    lottery: Nullable(
      Type.Object(
        {
          by: Type.Enum(['score', 'right', 'attempts'] as const),
          least: Count,
          drawsADay: Count,
          /** Days on which people played, the newest first, with the draws held for each. */
          days: Type.Array(Type.Object({ day: Day, people: Count, draws: Count }, closed)),
        },
        closed,
      ),
    ),
    draws: Type.Array(LotteryDraw),
    keyCommitment: Nullable(Type.String()),
    actions: Type.Array(Type.Enum(awardActs)),
  },
  closed,
)
export type ContestAwards = Static<typeof ContestAwards>

export const certificateLists = ['entitled', 'issued'] as const
const certificates = {
  /** Of whoever may have one, or of those that were printed. */
  list: Type.Optional(Type.Enum(certificateLists)),
  /** A kind of the rules; the first when left out. */
  kind: Type.Optional(Type.String({ maxLength: 31 })),
}
export const CertificatesQuery = Type.Object({ ...certificates, ...paging }, closed)
export type CertificatesQuery = Static<typeof CertificatesQuery>
export const CertificatesExport = Type.Object(certificates, closed)
export type CertificatesExport = Static<typeof CertificatesExport>
export const CertificateRow = Type.Object(
  {
    player: Count,
    /** Masked. */
    name: Type.String(),
    unitName: Nullable(Type.String()),
    points: Type.String(),
    attempts: Count,
    place: Nullable(Count),
    /** Of what was printed; null: not fetched yet. */
    number: Nullable(Type.String()),
    issuedAt: Nullable(Moment),
    prints: Count,
  },
  closed,
)
export type CertificateRow = Static<typeof CertificateRow>
export const CertificatePage = Type.Object(
  { rows: Type.Array(CertificateRow), ...paged, kindName: Type.String(), title: Type.String() },
  closed,
)
export type CertificatePage = Static<typeof CertificatePage>

/** What is committed to; `id` of the page's choosing, so that sent twice it is one. */
export const LotteryWish = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S\\s*\\S' }),
    prize: Type.String({ maxLength: 60 }),
    day: Nullable(Day),
    count: Type.Integer({ minimum: 1, maximum: 10_000 }),
    again: Type.Boolean(),
  },
  closed,
)
export type LotteryWish = Static<typeof LotteryWish>
export const LotteryContribution = Type.Object(
  { version: Count, contribution: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
)
export const LotteryVoid = Type.Object(
  { version: Count, reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S\\s*\\S' }) },
  closed,
)

/** Who may win, counted when it is asked for: the log is read for it. */
export const PoolQuery = Type.Object(
  { day: Type.Optional(Day), again: Type.Optional(Type.Boolean()) },
  closed,
)
export type PoolQuery = Static<typeof PoolQuery>
export const LotteryPool = Type.Object(
  {
    eligible: Count,
    /** Why no draw can be committed to now. */
    blocked: Nullable(Type.String()),
  },
  closed,
)
export type LotteryPool = Static<typeof LotteryPool>
