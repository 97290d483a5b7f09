import { columns } from '@jianbao/platform/db'

const { bigint, boolean, integer, pgTable, primaryKey, text, timestamp, uuid } = columns
const at = (name: string) => timestamp(name, { withTimezone: true })

export const entryTable = pgTable(
  'review_entry',
  {
    documentId: uuid('document_id').notNull(),
    seq: integer('seq').notNull(),
    deed: text('deed').$type<'edit' | 'accept' | 'reopen'>().notNull(),
    editJson: text('edit_json'),
    backJson: text('back_json'),
    forthJson: text('forth_json'),
    before: text('before_words'),
    after: text('after_words'),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: at('at').notNull(),
    undone: boolean('undone').notNull().default(false),
  },
  table => [primaryKey({ columns: [table.documentId, table.seq] })],
)
export type EntryRow = typeof entryTable.$inferSelect

export const claimTable = pgTable('review_claim', {
  documentId: uuid('document_id').primaryKey(),
  page: uuid('page').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  until: at('until').notNull(),
})
export type ClaimRow = typeof claimTable.$inferSelect

export const learnedTable = pgTable('learned_name', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  unitId: uuid('unit_id').notNull(),
  /** The database writes it: the path of the unit. */
  scopePath: text('scope_path').notNull().default(''),
  surface: text('surface').notNull(),
  name: text('name').notNull(),
  documentId: uuid('document_id'),
  seq: integer('seq').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: at('at').notNull(),
  undone: boolean('undone').notNull().default(false),
})
