import { holdsRole, useHeldRoles, usePaused } from '@jianbao/ui'
import { useQueries } from '@tanstack/react-query'
import i18next from 'i18next'
import type { PlaceGroup } from '../layout.places.ts'
import { rooms } from '../rooms.ts'
import { type FoundGroup, findPlaces } from './found-groups.ts'
import { searchAllTexts } from './search-all.texts.ts'

const pauseMs = 200
const finders = rooms.flatMap(room => room.finders ?? [])

/** What every room finds for the words, of what these roles may see; `searching` until all have answered. */
export function useFindings(typed: string, places: readonly PlaceGroup[]) {
  const t = searchAllTexts.useTexts()
  const roles = useHeldRoles()
  const words = usePaused(typed.trim(), pauseMs)
  const mine = finders.filter(finder => holdsRole(roles, finder.roles))
  const answers = useQueries({
    queries: mine.map(({ label, namespace, find }) => ({
      queryKey: ['search-all', namespace, label, words],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(words, signal),
      enabled: words !== '',
      staleTime: 15_000,
      meta: { background: true },
    })),
  })
  const name = (ns: string, key: string) => i18next.t(key, { ns })
  const menu = places
    .flatMap(({ items }) => items)
    .map(item => ({ title: name(item.namespace, item.label), link: item.path }))
  const found = mine.map(
    ({ label, namespace, all }, at): FoundGroup => ({
      label: name(namespace, label),
      rows: answers[at]?.data ?? [],
      all: all(words),
      problem: answers[at]?.error ?? null,
    }),
  )
  const pages: FoundGroup = { label: t('places'), rows: findPlaces(menu, words), all: null, problem: null }
  const groups = words === '' ? [] : [pages, ...found]
  return {
    words,
    /** What is searched, for who has these roles. */
    labels: [...found, pages].map(group => group.label),
    searching: words !== typed.trim() || answers.some(answer => answer.isFetching),
    groups: groups.filter(group => group.rows.length > 0),
    failed: groups.filter(group => group.problem !== null),
  }
}
