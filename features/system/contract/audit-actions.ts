/** What every audited action is called: verb first, so that it reads on behind who did it. */
type Words = { readonly zh: string; readonly en: string }

export const auditActions = {
  'account.begin-second-factor': { zh: '开始设置两步验证', en: 'began to set up the second factor' },
  'account.change-password': { zh: '修改了密码', en: 'changed the password' },
  'account.disable-second-factor': { zh: '关闭了两步验证', en: 'switched the second factor off' },
  'account.enable-second-factor': { zh: '启用了两步验证', en: 'switched the second factor on' },
  'account.end-session': { zh: '结束了他人的一处登录', en: 'ended a session of somebody' },
  'account.end-sessions': { zh: '结束了他人的各处登录', en: 'ended all sessions of somebody' },
  'account.lock': { zh: '锁定了账号', en: 'locked an account' },
  'account.open': { zh: '开通了账号', en: 'opened an account' },
  'account.renew-backup-codes': { zh: '更换了备用码', en: 'renewed the backup codes' },
  'account.reset-password': { zh: '重置了密码', en: 'reset a password' },
  'account.reset-second-factor': { zh: '重置了两步验证', en: 'reset a second factor' },
  'account.rest': { zh: '因多次输错暂停了登录', en: 'let a name rest after wrong tries' },
  'account.unlock': { zh: '解除了账号的锁定', en: 'unlocked an account' },
  'audit.export': { zh: '导出了审计记录', en: 'exported the audit trail' },
  'audit.verify': { zh: '核验了审计记录', en: 'verified the audit trail' },
  'batch.fail': { zh: '没能解开压缩包', en: 'could not unpack a ZIP' },
  'batch.receive': { zh: '上传了压缩包', en: 'uploaded a ZIP' },
  'batch.unpack': { zh: '解开了压缩包', en: 'unpacked a ZIP' },
  'demonstration.staff': { zh: '载入了演示人员', en: 'loaded the invented people' },
  'demonstration.load': { zh: '载入了演示资料', en: 'loaded the demonstration' },
  'document.accept': { zh: '将文稿入库', en: 'accepted a document' },
  'document.accept-many': { zh: '批量将文稿入库', en: 'accepted documents' },
  'document.fail': { zh: '没能读出文稿', en: 'could not read a document' },
  'document.read': { zh: '读出了文稿', en: 'read a document' },
  'document.read-again': { zh: '要求重新读取文稿', en: 'had a document read again' },
  'document.receive': { zh: '上传了文稿', en: 'uploaded a document' },
  'document.recognise': { zh: '要求识别图片文字', en: 'had pictures recognised' },
  'document.remove': { zh: '删除了文稿', en: 'removed a document' },
  'document.reopen': { zh: '重新打开了审核', en: 'reopened a document' },
  'document.set-aside': { zh: '搁置了没有文字的文稿', en: 'set a document without text aside' },
  'group.add': { zh: '新设了组', en: 'added a group' },
  'group.edit': { zh: '修改了组', en: 'edited a group' },
  'group.members': { zh: '调整了组的成员', en: 'changed the members of a group' },
  'group.remove': { zh: '撤销了组', en: 'removed a group' },
  'import.confirm': { zh: '确认了导入', en: 'confirmed an import' },
  'import.download': { zh: '下载了导入结果', en: 'downloaded the result of an import' },
  'import.receive': { zh: '上传了导入表', en: 'uploaded a sheet to import' },
  'import.withdraw': { zh: '取消了导入', en: 'withdrew an import' },
  'issue.layout': { zh: '更改了简报版式', en: 'changed the layout of an issue' },
  'issue.publish': { zh: '公开了简报', en: 'published an issue' },
  'issue.withdraw': { zh: '撤下了简报', en: 'withdrew an issue' },
  'name.forget': { zh: '去掉了记住的简称', en: 'forgot a short name' },
  'organisation.load': { zh: '载入了单位名册', en: 'loaded the register of units' },
  'person.create': { zh: '新增了人员', en: 'added a person' },
  'person.edit': { zh: '修改了人员', en: 'edited a person' },
  'person.export': { zh: '导出了人员', en: 'exported people' },
  'person.import': { zh: '导入了人员', en: 'imported people' },
  'person.leave': { zh: '登记了人员离任', en: 'recorded that a person left' },
  'person.read-phone': { zh: '查看了电话号码', en: 'looked at a phone number' },
  'person.return': { zh: '恢复了人员', en: 'recorded that a person returned' },
  'policy.change': { zh: '修改了安全策略', en: 'changed the security policy' },
  'post.grant': { zh: '授予了角色', en: 'granted a role' },
  'post.withdraw': { zh: '撤销了角色', en: 'withdrew a role' },
  'review.claim': { zh: '接手了审核', en: 'took over a review' },
  'review.edit': { zh: '改动了审核中的文稿', en: 'edited a document under review' },
  'review.redo': { zh: '恢复了审核中的改动', en: 'redid an edit' },
  'review.release': { zh: '放下了审核', en: 'released a review' },
  'review.undo': { zh: '撤回了审核中的改动', en: 'undid an edit' },
  'search.export': { zh: '导出了检索结果', en: 'exported search results' },
  'session.end': { zh: '结束了一处登录', en: 'ended a session' },
  'session.end-others': { zh: '结束了其他各处登录', en: 'ended all other sessions' },
  'session.lapse': { zh: '因久未操作或到期结束了登录', en: 'ended a session that lay idle or ran out' },
  'session.second-factor': { zh: '输入两步验证码', en: 'entered a second factor' },
  'session.sign-in': { zh: '登录', en: 'signed in' },
  'session.sign-out': { zh: '退出登录', en: 'signed out' },
  'unit.add': { zh: '新增了单位', en: 'added a unit' },
  'unit.edit': { zh: '修改了单位', en: 'edited a unit' },
  'unit.export': { zh: '导出了单位', en: 'exported units' },
  'unit.import': { zh: '导入了单位', en: 'imported units' },
  'unit.merge': { zh: '合并了单位', en: 'merged a unit' },
  'unit.move': { zh: '移动了单位', en: 'moved a unit' },
  'unit.restore': { zh: '恢复了单位', en: 'restored a unit' },
  'unit.retire': { zh: '停用了单位', en: 'retired a unit' },
} as const satisfies Record<string, Words>

export type AuditAction = keyof typeof auditActions

/** What actions are done with, as headings of their list. */
export const auditNouns = {
  account: { zh: '账号', en: 'Accounts' },
  audit: { zh: '审计', en: 'Audit trail' },
  batch: { zh: '压缩包', en: 'ZIP files' },
  demonstration: { zh: '演示', en: 'Demonstration' },
  document: { zh: '文稿', en: 'Documents' },
  group: { zh: '领导小组与工作组', en: 'Groups' },
  import: { zh: '导入', en: 'Imports' },
  issue: { zh: '简报', en: 'Issues' },
  name: { zh: '简称', en: 'Short names' },
  organisation: { zh: '单位名册', en: 'Register' },
  person: { zh: '人员', en: 'People' },
  policy: { zh: '安全策略', en: 'Security policy' },
  post: { zh: '角色', en: 'Roles' },
  review: { zh: '审核', en: 'Review' },
  search: { zh: '检索', en: 'Search' },
  session: { zh: '登录', en: 'Sign-in' },
  unit: { zh: '单位', en: 'Units' },
} as const satisfies Record<string, Words>

/**
 * Of what was tried and refused: 想移动单位, tried: moved a unit. The words of an action say that it is done, and of this
 * one nothing is.
 */
export function triedWords(action: string, language: 'zh' | 'en'): string {
  const words = actionWords(action, language)
  return language === 'zh' ? `想${words.replace('了', '')}` : `tried: ${words}`
}

/** An action in words; one that a later version wrote keeps its name. */
export function actionWords(action: string, language: 'zh' | 'en'): string {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction][language] : action
}
