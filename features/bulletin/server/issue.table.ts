import { columns } from '@jianbao/platform/db'
import type { Layout } from '../contract/index.ts'

const { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } = columns

/** But for what only composed issues have, which lists need not read: series_id, model, files. */
export const issueTable = pgTable('issue', {
  id: uuid('id').primaryKey(),
  unitId: uuid('unit_id').notNull(),
  /** The database writes it: the path of the unit. */
  scopePath: text('scope_path').notNull().default(''),
  documentId: uuid('document_id'),
  position: integer('position').notNull().default(0),
  origin: text('origin').$type<'imported' | 'composed'>().notNull(),
  series: text('series'),
  issueNo: integer('issue_no'),
  special: boolean('special').notNull().default(false),
  runningNo: integer('running_no'),
  printRun: integer('print_run'),
  publisher: text('publisher'),
  date: date('date', { mode: 'string' }),
  articles: integer('articles').notNull(),
  events: integer('events').notNull(),
  figures: integer('figures').notNull(),
  headlines: jsonb('headlines').$type<string[]>().notNull(),
  distribution: jsonb('distribution').$type<{ to: string; entries: string[] }[]>().notNull(),
  search: text('search').notNull(),
  /** Never to be published. */
  confined: boolean('confined').notNull().default(false),
  publishedAt: timestamp('published_at', { withTimezone: true }),
  /** What the reading took the issue for. */
  layout: text('layout').$type<Layout>().notNull().default('bulletin'),
  /** What a person chose instead; reading the document again leaves it. */
  chosenLayout: text('chosen_layout').$type<Layout>(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const columnTable = pgTable('issue_column', {
  id: uuid('id').primaryKey(),
  issueId: uuid('issue_id').notNull(),
  position: integer('position').notNull(),
  name: text('name'),
})

export const articleTable = pgTable('article', {
  id: uuid('id').primaryKey(),
  columnId: uuid('column_id').notNull(),
  position: integer('position').notNull(),
  kind: text('kind').$type<'article' | 'briefs' | 'essay' | 'speech'>().notNull(),
  headline: text('headline'),
  contributor: text('contributor'),
  paragraphs: jsonb('paragraphs').$type<string[]>().notNull(),
  withheld: boolean('withheld').notNull().default(false),
})
