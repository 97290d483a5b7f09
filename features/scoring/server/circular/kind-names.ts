import type { UnitKind } from '@jianbao/organisation/contract'

/** Classes of units by kind, where no scoring rules name classes; in the order an office lists them. */
export const kindNames: Readonly<Record<string, string>> = {
  province: '省级科协',
  city: '市科协',
  county: '县（市、区）科协',
  society: '学会（协会、研究会）',
  university: '高校科协',
  hospital: '医院科协',
  enterprise: '企业科协',
  department: '机关部门',
  affiliate: '直属单位',
  branch: '基层组织',
} satisfies Record<UnitKind, string>
