/** A document is one uploaded manuscript: its bytes, how far the reading has come, and what was read. */
import { IntakeDocument } from '@jianbao/intake/contract'
import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = <T extends Parameters<typeof Type.Optional>[0]>(type: T) => Type.Union([type, Type.Null()])

/**
 * waiting → reading → read (待审核) → accepted (已入库), or failed, or unrecognised: pictures whose letters nobody has
 * asked for yet. A stop in between puts it back to waiting.
 */
export const documentStates = ['waiting', 'reading', 'read', 'unrecognised', 'accepted', 'failed'] as const
export type DocumentState = (typeof documentStates)[number]

export const documentKinds = ['text', 'docx', 'doc', 'pdf', 'picture'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a person may do with a document as a whole. */
export const documentDeeds = ['remove', 'read-again', 'recognise', 'review', 'accept', 'reopen'] as const

export const DocumentProblem = Type.Object({ code: Type.String(), message: Type.String() }, closed)

export const DocumentSummary = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    fileName: Type.String(),
    sizeBytes: Type.Integer({ minimum: 0 }),
    /** Hex; the same bytes are recognised as the same document. */
    sha256: Type.String(),
    state: Type.Enum(documentStates),
    /** 0 to 1 while reading. */
    progress: Type.Number({ minimum: 0, maximum: 1 }),
    problem: Nullable(DocumentProblem),
    encoding: Nullable(Type.String()),
    /** What the bytes are; null until they were looked at. */
    kind: Nullable(Type.Enum(documentKinds)),
    pages: Nullable(Type.Integer({ minimum: 0 })),
    /** The ZIP or folder it came in. */
    batchId: Nullable(Type.String({ format: 'uuid' })),
    series: Nullable(Type.String()),
    issueNo: Nullable(Type.Integer()),
    /** 增刊: numbered apart from the ordinary issues; known once the document was read. */
    special: Type.Optional(Type.Boolean()),
    date: Nullable(Type.String()),
    articles: Type.Integer(),
    events: Type.Integer(),
    warnings: Type.Integer(),
    /** Doubts nobody has settled yet. */
    doubts: Type.Integer(),
    /** Issues read from the document: usually one, more when several bulletins stood in the file. */
    issueIds: Type.Array(Type.String({ format: 'uuid' })),
    createdAt: Type.String({ format: 'date-time' }),
    may: Type.Array(Type.Enum(documentDeeds)),
  },
  closed,
)
export type DocumentSummary = Static<typeof DocumentSummary>

/** Answer to an upload: `known` when the same bytes were there before. */
export const UploadAnswer = Type.Object({ document: DocumentSummary, known: Type.Boolean() }, closed)
export type UploadAnswer = Static<typeof UploadAnswer>

export const ArchiveDocument = Type.Object(
  {
    ...DocumentSummary.properties,
    /** Decoded raw text; every span points into it. */
    text: Type.String(),
    /** One entry per bulletin in the file, in order, as `issueIds`. */
    readings: Type.Array(IntakeDocument),
  },
  closed,
)
export type ArchiveDocument = Static<typeof ArchiveDocument>

export const DocumentQuery = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Enum(documentStates)),
    kind: Type.Optional(Type.Enum(documentKinds)),
    batch: Type.Optional(Type.String({ format: 'uuid' })),
    /** `doubtful`: most open doubts first, for the review. */
    order: Type.Optional(Type.Enum(['newest', 'doubtful'])),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)
export type DocumentQuery = Static<typeof DocumentQuery>

export const DocumentPage = Type.Object(
  {
    rows: Type.Array(DocumentSummary),
    total: Type.Integer(),
    page: Type.Integer(),
    pageSize: Type.Integer(),
  },
  closed,
)
export type DocumentPage = Static<typeof DocumentPage>
