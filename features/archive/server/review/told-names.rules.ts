/** Kinds and types as the history tells them: what was there is kept in the language of the documents. */
import type { DocumentArticle, EventFact, UnitMention } from '@jianbao/intake/contract'

export const kindNames: Readonly<Record<DocumentArticle['kind'], string>> = {
  article: '文章',
  briefs: '短讯',
  essay: '署名文章',
  speech: '讲话',
}

export const typeNames: Readonly<Record<EventFact['type'], string>> = {
  donation: '捐赠',
  contest: '竞赛',
  founding: '成立启动',
  award: '表彰聘任',
  directive: '批示印发',
  culture: '文艺',
  media: '媒体宣传',
  visit: '参观现场',
  study: '学习',
  meeting: '会议',
  training: '培训',
  outreach: '科普宣传',
  service: '志愿服务',
  guidance: '指导检查',
  research: '调研',
  other: '其他',
}

export const roleNames: Readonly<Record<UnitMention['role'], string>> = {
  host: '主办',
  'co-host': '联合主办',
  organise: '组织',
  lead: '牵头',
  undertake: '承办',
  participate: '参加',
  support: '支持',
  member: '成员',
  subject: '成立对象',
  donor: '捐赠方',
  recipient: '对象',
  initiate: '发起',
  promote: '协助',
}
