import { parseSearch, stringifySearch } from '@jianbao/ui'
import { describe, expect, it } from 'vitest'
import { readDocumentSearch, readPlaceSearch, stateChoices } from './document-search.ts'

const batch = '0b0e9a3c-1f52-4b8e-9c1a-5f0d3e7a2b11'

describe('readDocumentSearch', () => {
  it('reads the same filters back from the address it wrote', () => {
    for (const state of stateChoices) {
      const filters = { q: '甲县 简报', state, kind: 'pdf', batch, order: 'doubtful', page: 2 }
      expect(readDocumentSearch(parseSearch(stringifySearch(filters)))).toEqual(filters)
    }
  })

  it('drops what cannot be', () => {
    expect(
      readDocumentSearch({ q: '', state: 'lost', page: '-1', batch: 'b', order: 'up', more: '1' }),
    ).toEqual({})
  })
})

describe('readPlaceSearch', () => {
  it('takes a bulletin of the file and a mark in it', () => {
    expect(readPlaceSearch({ reading: '1', at: 'e0.2.1.u0' })).toEqual({ reading: 1, at: 'e0.2.1.u0' })
  })

  it.each(['"]', 'e0 e1', '<b>', '0', ''])('takes no mark from %j', at => {
    expect(readPlaceSearch({ at })).toEqual({})
  })
})
