import { expect, it } from 'vitest'
import type { UnitRef } from '../../contract/index.ts'
import { sightOf } from './sight.ts'

const ref = (id: string): UnitRef => ({ id, name: `${id}科协`, kind: 'city', state: 'active' })
const placed = (id: string, ...line: string[]) => ({ ...ref(id), line: line.map(ref) })

it('only those who are not above on both sides gain or lose sight of what moves', () => {
  expect(sightOf(placed('县', '省', '甲市'), placed('乙市', '省'))).toEqual({
    lose: ['甲市科协'],
    gain: ['乙市科协'],
  })
  expect(sightOf(placed('县', '省'), placed('乙市', '省'))).toEqual({ lose: [], gain: ['乙市科协'] })
  expect(sightOf(placed('县', '省', '甲市'), placed('省'))).toEqual({ lose: ['甲市科协'], gain: [] })
})
