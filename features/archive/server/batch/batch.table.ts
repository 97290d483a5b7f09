import { columns } from '@jianbao/platform/db'
import { batchStates } from '../../contract/index.ts'

const { bigint, integer, pgTable, text, timestamp, uuid } = columns
const at = (name: string) => timestamp(name, { withTimezone: true })

export const batchTable = pgTable('batch', {
  id: uuid('id').primaryKey(),
  unitId: uuid('unit_id').notNull(),
  /** The database writes it: the path of the unit. */
  scopePath: text('scope_path').notNull().default(''),
  /** Who sent it; the database writes it. Null: one of before, or from the command line. */
  personId: text('person_id'),
  sha256: text('sha256').notNull(),
  fileName: text('file_name').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  state: text('state', { enum: batchStates }).notNull(),
  problemCode: text('problem_code'),
  problemDetails: text('problem_details'),
  files: integer('files').notNull().default(0),
  known: integer('known').notNull().default(0),
  refused: integer('refused').notNull().default(0),
  refusedJson: text('refused_json').notNull().default('[]'),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
})

export type BatchRow = typeof batchTable.$inferSelect
