/** Closed lists to choose from. The contract has them too, beside schemas a browser need not load; the compiler keeps both the same. */
import type { DocumentArticle, EventFact, FigureMention, UnitMention } from '@jianbao/intake/contract'
import type { DocumentKind } from '../contract/index.ts'

const keysOf = <K extends string>(all: Record<K, true>) => Object.keys(all) as K[]

export const documentKinds = keysOf<DocumentKind>({
  text: true,
  docx: true,
  doc: true,
  pdf: true,
  picture: true,
})

export const articleKinds = keysOf<DocumentArticle['kind']>({
  article: true,
  briefs: true,
  essay: true,
  speech: true,
})

export const activityTypes = keysOf<EventFact['type']>({
  donation: true,
  contest: true,
  founding: true,
  award: true,
  directive: true,
  culture: true,
  media: true,
  visit: true,
  study: true,
  meeting: true,
  training: true,
  outreach: true,
  service: true,
  guidance: true,
  research: true,
  other: true,
})

export const unitRoles = keysOf<UnitMention['role']>({
  host: true,
  'co-host': true,
  organise: true,
  lead: true,
  undertake: true,
  participate: true,
  support: true,
  member: true,
  subject: true,
  donor: true,
  recipient: true,
  initiate: true,
  promote: true,
})

export const figureMeasures = keysOf<FigureMention['measure']>({
  people: true,
  persontimes: true,
  views: true,
  copies: true,
  goods: true,
  items: true,
  orgs: true,
  teams: true,
  channels: true,
  sessions: true,
  places: true,
  money: true,
  duration: true,
})
