/** Words of states and strata as sheets, registers and the public page say them. */
import type { UnitKind } from '@jianbao/organisation/contract'
import type { DrawState } from '../../contract/draw.ts'

export const drawStateWords: Readonly<Record<DrawState, string>> = {
  preparing: '筹备中',
  committed: '已承诺',
  drawn: '已抽取',
  void: '已作废',
}

/** How a stratum of units of one kind is called in the register. */
export const stratumWords: Readonly<Record<UnitKind, string>> = {
  province: '省级科协',
  city: '市级科协',
  county: '县级科协',
  society: '学会、协会、研究会',
  university: '高校科协',
  hospital: '医院科协',
  enterprise: '企业科协',
  department: '机关部室',
  affiliate: '直属单位',
  branch: '党支部',
}
export const wholeStratum = '全部对象'
