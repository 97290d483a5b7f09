import { columns } from '@jianbao/platform/db'
import { documentKinds, documentStates } from '../contract/index.ts'

const { bigint, boolean, date, integer, pgTable, real, text, timestamp, uuid } = columns
const at = (name: string) => timestamp(name, { withTimezone: true })

export const documentTable = pgTable('document', {
  id: uuid('id').primaryKey(),
  unitId: uuid('unit_id').notNull(),
  /** The database writes it: the path of the unit. */
  scopePath: text('scope_path').notNull().default(''),
  /** One unit has the same bytes once. */
  sha256: text('sha256').notNull(),
  fileName: text('file_name').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  state: text('state', { enum: documentStates }).notNull(),
  progress: real('progress').notNull().default(0),
  problemCode: text('problem_code'),
  problemDetails: text('problem_details'),
  encoding: text('encoding'),
  series: text('series'),
  issueNo: integer('issue_no'),
  special: boolean('special').notNull().default(false),
  date: date('date', { mode: 'string' }),
  articles: integer('articles').notNull().default(0),
  events: integer('events').notNull().default(0),
  warnings: integer('warnings').notNull().default(0),
  kind: text('kind', { enum: documentKinds }),
  pages: integer('pages'),
  recognise: boolean('recognise').notNull().default(false),
  batchId: uuid('batch_id'),
  doubts: integer('doubts').notNull().default(0),
  version: integer('version').notNull().default(0),
  leaseUntil: at('lease_until'),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
})

export const readingTable = pgTable('document_reading', {
  documentId: uuid('document_id').primaryKey(),
  textJson: text('text_json').notNull(),
  readingsJson: text('readings_json').notNull(),
  settledJson: text('settled_json').notNull().default('[]'),
  correctionsJson: text('corrections_json').notNull().default('[]'),
})

export type DocumentRow = typeof documentTable.$inferSelect
