import { issueNumber } from '@jianbao/bulletin/contract'
import { answer, api, businessRoles, type DeskFinder } from '@jianbao/ui'
import { findTexts } from './find.texts.ts'

const pageSize = 5

/** Articles by their words, from anywhere; the words go along to the article, where they are lit. */
export const finders: readonly DeskFinder[] = [
  {
    label: 'articles',
    namespace: findTexts.namespace,
    roles: businessRoles,
    find: async (q, signal) => {
      const { rows } = await answer(api.GET('/api/search', { params: { query: { q, pageSize } }, signal }))
      return rows.map(({ articleId, headline, series, date, ...number }) => ({
        title: headline.text,
        note: [series, issueNumber(number) || date].filter(Boolean).join(' '),
        link: `/articles/${articleId}?${new URLSearchParams({ q })}`,
      }))
    },
    all: q => `/search?${new URLSearchParams({ q })}`,
  },
]
