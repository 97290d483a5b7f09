import type { UnitKind } from '@jianbao/organisation/contract'
import type { Entry } from '../../contract/index.ts'

/** As sheets call them; pages have their own texts. */
export const kindWords: Readonly<Record<UnitKind, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  society: '学会',
  university: '高校',
  hospital: '医院',
  enterprise: '企业',
  department: '机关部室',
  affiliate: '直属单位',
  branch: '党支部',
}

export const entryStateWords: Readonly<Record<Entry['state'], string>> = {
  'on-time': '按时完成',
  late: '迟报',
  'under-way': '在办',
  silent: '未报',
  open: '未到期',
}
