import { parseSearch, stringifySearch } from '@jianbao/ui'
import { describe, expect, it } from 'vitest'
import { readEventSearch, readFigureSearch, readSearchSearch, readStorySearch } from './find-search.ts'

const again = (search: Record<string, unknown>) => parseSearch(stringifySearch(search))

describe('the addresses of the finding pages', () => {
  it('give back every filter they were written with', () => {
    const search = {
      q: '进校园 -“读书班”',
      unit: '甲市科协',
      unitOnly: true,
      from: '2021-01-01',
      to: '2024-02-29',
      column: '学教短波',
      type: 'outreach',
      series: '某简报',
      kind: 'briefs',
      synonyms: false,
      order: 'oldest',
      page: 3,
    }
    expect(readSearchSearch(again(search))).toEqual(search)
    const events = { unit: '甲市科协', partner: '乙学会', measure: 'people', without: 'day', order: 'oldest' }
    expect(readEventSearch(again(events))).toEqual(events)
    expect(readFigureSearch(again({ order: 'largest' }))).toEqual({ order: 'largest' })
    expect(readStorySearch(again({ unitOnly: true }))).toEqual({ unitOnly: true })
  })

  it.each(['2021-02-30', '2023-02-29', '0000-01-01', '2021-1-1', '2021', "'2021-01-01", ''])(
    'know no day %j',
    from => {
      expect(readSearchSearch({ from })).toEqual({})
    },
  )

  it('keep nothing to itself without a unit, and only say what differs from the rule', () => {
    expect(readSearchSearch({ unitOnly: 'true', synonyms: 'true', type: 'party', page: '0' })).toEqual({})
  })
})
