/** A batch is a ZIP of many manuscripts, unpacked by the server: what became of each of its files. */
import { type Static, Type } from 'typebox'
import { DocumentProblem, documentStates } from './document.schema.ts'

const closed = { additionalProperties: false }

export const batchStates = ['waiting', 'unpacking', 'unpacked', 'failed'] as const

/** A file of the ZIP that was not taken in, and why. */
export const BatchRefusal = Type.Object({ fileName: Type.String(), problem: DocumentProblem }, closed)

export const Batch = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    fileName: Type.String(),
    sizeBytes: Type.Integer({ minimum: 0 }),
    state: Type.Enum(batchStates),
    problem: Type.Union([DocumentProblem, Type.Null()]),
    /** Files found in the ZIP so far, folders not counted. */
    files: Type.Integer({ minimum: 0 }),
    /** Files whose bytes were in the archive before. */
    known: Type.Integer({ minimum: 0 }),
    refusedCount: Type.Integer({ minimum: 0 }),
    /** The refused files by name, of very many the first. */
    refused: Type.Array(BatchRefusal),
    /** Documents of the batch by state. */
    documents: Type.Object(
      Object.fromEntries(documentStates.map(state => [state, Type.Integer({ minimum: 0 })])) as Record<
        (typeof documentStates)[number],
        Type.TInteger
      >,
      closed,
    ),
    createdAt: Type.String({ format: 'date-time' }),
  },
  closed,
)
export type Batch = Static<typeof Batch>

export const BatchQuery = Type.Object(
  {
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
)

export const BatchPage = Type.Object(
  { rows: Type.Array(Batch), total: Type.Integer(), page: Type.Integer(), pageSize: Type.Integer() },
  closed,
)
export type BatchPage = Static<typeof BatchPage>
