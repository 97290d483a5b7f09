import { homeOf } from '@jianbao/platform/access'
import { localDay } from '@jianbao/platform/clock'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import type { EntryGroup, EntryQuery } from '../../contract/index.ts'
import { listEntries } from './list-entries.ts'

/** What of the plan the unit of a reporter or a unit lead has missed, and what ends within a week. */
export const ownTasksWork: WorkSource = {
  roles: ['reporter', 'unit-lead'],
  list: async asked => {
    const home = homeOf(asked.scope)
    if (!home) return []
    const own = { under: home.unitId, only: true } as const
    return [
      // The latest first: the oldest may be locked, where nothing can be done.
      await groupOf(asked, 'task.overdue', { ...own, group: 'gap', sort: '-due' }),
      await groupOf(asked, 'task.near', { ...own, group: 'near' }),
    ]
  },
}

/** What units have been silent about. */
export const silenceWork: WorkSource = {
  roles: ['coordinator'],
  list: async asked => [await groupOf(asked, 'task.silent', { group: 'silent', sort: '-due' })],
}

type Wish = EntryQuery & { readonly group: EntryGroup }

async function groupOf(
  { tx, scope, now, language }: WorkAsked,
  kind: string,
  query: Wish,
): Promise<WorkGroup> {
  const { rows, total } = await listEntries(tx, scope, { ...query, pageSize: workRows }, localDay(now))
  const words = new URLSearchParams(
    Object.entries({ ...query, group: query.group === 'gap' ? undefined : query.group }).flatMap(
      ([key, value]) => (value === undefined ? [] : [[key === 'under' ? 'unit' : key, String(value)]]),
    ),
  )
  return {
    kind,
    count: total,
    link: words.size ? `/gaps?${words}` : '/gaps',
    rows: rows.map(({ unitName, taskName, periodName, dueDay, itemId }) => ({
      title: [taskName, periodName].filter(Boolean).join(' '),
      note: 'only' in query ? dueWords(dueDay, language) : `${unitName} · ${dueWords(dueDay, language)}`,
      at: null,
      link: `/coverage?item=${itemId}`,
    })),
  }
}

const dueWords = (day: string, language: 'zh' | 'en'): string =>
  language === 'en' ? `due ${day}` : `截止 ${day}`
