import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { DrawPlan } from '../../contract/index.ts'
import { freshValues, planOf } from './plan-values.ts'

const id = '00000000-0000-4000-8000-00000000c171'

test('what a fresh form sends is a plan, without the names that only the page shows', () => {
  const { plan } = freshValues({ home: { unitId: id, unitName: '云岭市科协' }, rows: [] })
  const full = {
    ...plan,
    exclusions: [{ unitId: id, unitName: '甲县科协', reason: '近期查过' }],
    inspectors: [{ key: id, personId: null, name: '甲', unitId: null, unitName: '' }],
    recusals: [{ inspectorKey: id, unitId: id, unitName: '甲县科协', reason: '亲属' }],
  }
  expect([...Value.Errors(DrawPlan, planOf(full))]).toEqual([])
  expect(JSON.stringify(planOf(full))).not.toContain('科协')
})
