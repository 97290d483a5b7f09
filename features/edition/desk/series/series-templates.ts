/** What a new series begins with: a bulletin in the columns of its campaign, or a magazine. */
import { type ChainStep, type RoleHolders, type SeriesColumn, usualSettings } from '../../contract/index.ts'
import type { SeriesWords } from './series-form.ts'

type Campaign = {
  readonly id: string
  readonly columns: readonly { readonly id: string; readonly name: string }[]
}
type Begun = {
  readonly name: string
  readonly publisher: string
  readonly campaign: Campaign | null
  readonly holders: readonly RoleHolders[]
}

const column = (key: string, name: string, rule: SeriesColumn['rule']): SeriesColumn => ({
  ...{ key, name, rule, min: rule === 'single' ? 1 : null, max: rule === 'single' ? 1 : null },
})
const bulletinColumns = [
  column('lead', '要情快报', 'single'),
  column('news', '工作动态', 'articles'),
  column('briefs', '短讯', 'briefs'),
]
const magazineColumns = [
  column('foreword', '卷首', 'single'),
  column('feature', '特别策划', 'articles'),
  column('practice', '经验交流', 'articles'),
  column('people', '人物', 'articles'),
  column('briefs', '资讯', 'briefs'),
]

export function templateOf(
  layout: 'bulletin' | 'magazine',
  { name, publisher, campaign, holders }: Begun,
): SeriesWords {
  const ofCampaign = campaign && campaign.columns.length > 0 ? campaign.columns.map(ruled) : bulletinColumns
  return {
    ...{ name, layout, publisher, campaignId: campaign?.id ?? null },
    columns: layout === 'magazine' ? magazineColumns : ofCampaign,
    distribution: [
      { to: '报', recipients: [] },
      { to: '送', recipients: [] },
      { to: '发', recipients: [] },
    ],
    chain: chainOf(holders),
    settings: { ...usualSettings, contents: layout === 'magazine', runningNumbers: layout === 'magazine' },
  }
}

/** Packs call the column of the lead and that of one-liners so. */
function ruled({ id, name }: { readonly id: string; readonly name: string }): SeriesColumn {
  return column(id, name, id === 'lead' ? 'single' : id === 'briefs' ? 'briefs' : 'articles')
}

/** Steps somebody can take; where nobody signs, the editor does. */
function chainOf(holders: readonly RoleHolders[]): ChainStep[] {
  const held = (role: RoleHolders['role']): boolean =>
    holders.some(each => each.role === role && each.names.length > 0)
  const revise: ChainStep[] = held('reviser')
    ? [{ key: 'revise', name: '核稿', role: 'reviser', edits: true }]
    : []
  const role = held('signatory') ? 'signatory' : 'editor'
  return [...revise, { key: 'sign', name: '签发', role, edits: role === 'editor' }]
}
