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
      return rows.map(({ articleId, headline, series, issueNo, special, date }) => ({
        title: headline.text,
        note: [series, issueNo === null ? date : `${special ? '增刊' : ''}第${issueNo}期`]
          .filter(Boolean)
          .join(' '),
        link: `/articles/${articleId}?${new URLSearchParams({ q })}`,
      }))
    },
    all: q => `/search?${new URLSearchParams({ q })}`,
  },
]
