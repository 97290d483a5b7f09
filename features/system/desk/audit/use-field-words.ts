import { useLanguage } from '@jianbao/ui'

/** What the fields of entries are called; one that nobody named keeps its name. */
const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  name: ['名称', 'Name'],
  kind: ['类别', 'Kind'],
  code: ['代码', 'Code'],
  shortNames: ['简称', 'Short names'],
  formerNames: ['曾用名', 'Former names'],
  division: ['行政区划', 'Division'],
  state: ['状态', 'State'],
  parent: ['上级单位', 'Parent unit'],
  position: ['次序', 'Position'],
  unit: ['单位', 'Unit'],
  unitId: ['单位', 'Unit'],
  into: ['并入', 'Merged into'],
  title: ['职务', 'Title'],
  phone: ['手机', 'Phone'],
  username: ['用户名', 'User name'],
  role: ['角色', 'Role'],
  roles: ['角色', 'Roles'],
  posts: ['角色与单位', 'Roles and units'],
  members: ['成员', 'Members'],
  duties: ['职责', 'Duties'],
  unitKinds: ['负责的单位类别', 'Kinds of units'],
  format: ['格式', 'Format'],
  words: ['查找的文字', 'Words'],
  person: ['人员', 'Person'],
  action: ['操作', 'Action'],
  object: ['对象编号', 'Object id'],
  outcome: ['结果', 'Outcome'],
  from: ['自', 'From'],
  to: ['至', 'To'],
  upTo: ['截至序号', 'Up to no.'],
  checked: ['核验条数', 'Checked'],
  anchors: ['锚点数', 'Anchors'],
  fault: ['发现的问题', 'Fault'],
  leftOut: ['此前未记下的次数', 'Left out before'],
  count: ['数目', 'Count'],
  layout: ['版式', 'Layout'],
  mergedInto: ['并入', 'Merged into'],
  units: ['单位数', 'Units'],
  heads: ['负责人', 'Heads'],
  file: ['文件', 'File'],
  sizeBytes: ['大小（字节）', 'Size in bytes'],
  rows: ['行数', 'Rows'],
  filters: ['筛选', 'Filters'],
  search: ['检索', 'Search'],
  refused: ['被拒份数', 'Refused'],
  method: ['方式', 'Method'],
  by: ['方式', 'By'],
  device: ['设备', 'Device'],
}

/** @returns a function that names a field in the language of the page. */
export function useFieldWords(): (field: string) => string {
  const at = useLanguage() === 'zh' ? 0 : 1
  return field => (Object.hasOwn(words, field) ? words[field]![at] : field)
}
