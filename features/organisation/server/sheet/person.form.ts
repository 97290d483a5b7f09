import type { RoleName } from '../../contract/index.ts'
import type { SheetForm } from './sheet.types.ts'

export const personStateWords = {
  active: ['在职', '正常', '在用'],
  left: ['离任', '离职', '已离任'],
} as const

/** Roles as an export names them; no sheet ever gives one. */
export const roleWords: Readonly<Record<RoleName, string>> = {
  reporter: '信息员',
  'unit-lead': '单位负责人',
  editor: '编辑',
  reviser: '核稿',
  signatory: '签发人',
  coordinator: '工作组',
  inspector: '督导员',
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  auditor: '审计员',
}

export const personForm: SheetForm = {
  kind: 'people',
  title: '人员',
  columns: [
    {
      key: 'name',
      heading: '姓名',
      form: 'line',
      needed: true,
      width: 14,
      meaning: '必填。',
      example: '张三（示例）',
    },
    {
      key: 'unit',
      heading: '单位编码',
      also: ['单位代码', '所在单位编码'],
      form: 'line',
      needed: true,
      width: 16,
      meaning: '必填，所在单位的编码；没有重名的，也可以写单位全称。',
      example: '{code}',
    },
    {
      key: 'unitName',
      heading: '单位',
      also: ['单位名称', '所在单位'],
      form: 'ignored',
      width: 28,
      meaning: '只供对照，导入时不看这一列。',
      example: '',
    },
    {
      key: 'title',
      heading: '职务',
      form: 'line',
      width: 20,
      meaning: '没有的留空。',
      example: '办公室主任',
    },
    {
      key: 'phone',
      heading: '手机',
      also: ['手机号', '手机号码', '联系电话', '电话'],
      form: 'code',
      width: 18,
      meaning: '手机号或座机号。加密保存，名单和导出的表中只显示前三位和后四位；带 * 的表示不改。',
      example: '13900000000',
    },
    {
      key: 'state',
      heading: '状态',
      form: 'choice',
      width: 10,
      meaning: '“在职”或“离任”，留空为在职。离任的人不能再登录。',
      example: '在职',
      choices: ['在职', '离任'],
    },
    {
      key: 'username',
      heading: '用户名',
      also: ['账号', '登录名'],
      form: 'ignored',
      width: 16,
      meaning: '只供对照。账号在人员页面上开，初始密码只在那时显示一次。',
      example: '',
    },
    {
      key: 'roles',
      heading: '角色',
      form: 'ignored',
      width: 36,
      meaning: '只供对照，导入时不看这一列：角色由安全管理员在人员页面上授予，不能用表格批量授予。',
      example: '',
    },
    {
      key: 'id',
      heading: '系统编号',
      form: 'code',
      width: 40,
      meaning: '导出时带上的，用来认准同名的人，请勿修改；新增人员留空。',
      example: '',
    },
  ],
  examples: [
    {
      name: '张三（示例）',
      unit: '{code}',
      title: '办公室主任',
      phone: '13900000000',
      state: '在职',
    },
    { name: '李四（示例）', unit: '{name}', title: '科员', state: '在职' },
  ],
  notes: [
    '有“系统编号”的按编号认人；没有的，同一单位有同名的一位就是修改，没有就是新增。导入不会删除人员。',
    '修改时留空的格子表示不改。要清空某一项，请在人员页面上改。',
    '导入不授予任何角色，也不开账号。角色由安全管理员授予。',
    '只能导入您管理范围内的人员。',
  ],
}
