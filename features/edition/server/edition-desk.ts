/** What people do at the bulletin desk, for a program that does it in their stead: the demonstration. */
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import type { Database } from '@jianbao/platform/db'
import type { EditionDeed, ItemDraft } from '../contract/index.ts'
import { draftBriefs } from './brief/draft-briefs.ts'
import { changeEdition, createEdition } from './create-edition.ts'
import { getEditionRow, touchEdition, type Viewer } from './edition.store.ts'
import { addItems } from './item/add-items.ts'
import { openSeries } from './series/keep-series.ts'
import { actsOnEdition } from './sign/act-on-edition.ts'
import { signEdition } from './sign/sign-edition.ts'

export type { Viewer as EditionViewer } from './edition.store.ts'

/** Each as the route of that name does it, in a transaction that also writes its entry. */
export const editionDesk = {
  openSeries,
  createEdition,
  draftBriefs,

  /** Its day. */
  dateEdition: async (
    tx: Database,
    viewer: Viewer,
    id: string,
    date: string,
    now: Date,
    entry: EntryDraft,
  ) => {
    const today = localDay(now)
    const { version, special } = await getEditionRow(tx, viewer, id, today)
    await changeEdition(tx, viewer, { id, change: { version, date, special }, now, today }, entry)
  },

  addItems: async (
    tx: Database,
    viewer: Viewer,
    id: string,
    draft: ItemDraft,
    now: Date,
    entry: EntryDraft,
  ) => {
    const today = localDay(now)
    await addItems(tx, viewer, { id, draft, now, today }, entry)
    const { columns } = await getEditionRow(tx, viewer, id, today)
    const keys = columns.map(({ key }) => key)
    await touchEdition(tx, id, keys, viewer.person, now)
  },

  act: async (tx: Database, viewer: Viewer, deed: EditionDeed, id: string, now: Date, entry: EntryDraft) => {
    const today = localDay(now)
    const { version } = await getEditionRow(tx, viewer, id, today)
    const asked = { id, wish: { version }, now, today }
    if (deed === 'sign' || deed === 'force') await signEdition(tx, viewer, deed, asked, entry)
    else await actsOnEdition[deed](tx, viewer, asked, entry)
  },
} as const
