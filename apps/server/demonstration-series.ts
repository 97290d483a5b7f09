import type { DistributionRow, SeriesDraft } from '@jianbao/edition/contract'
import { usualSettings } from '@jianbao/edition/contract'

type Unit = { readonly id: string; readonly name: string }
type Office = {
  readonly unit: Unit
  readonly campaignId: string
  readonly campaignName: string
  /** The units right below that get what it issues. */
  readonly below: readonly Unit[]
}

const nothing = { issueNo: 0, specialNo: 0, runningNo: 0 }
const printed = (name: string) => ({ name, unitId: null, email: null })
// Addresses of a domain nobody can have.
const byMail = (name: string, box: string) => ({ name, unitId: null, email: `${box}@example.org` })
const inApp = ({ id, name }: Unit) => ({ name, unitId: id, email: null })

const column = (
  key: string,
  name: string,
  rule: 'single' | 'articles' | 'briefs',
  max: number | null = null,
) => ({
  ...{ key, name, rule, min: rule === 'single' ? 1 : null, max },
})

/** The bulletin of the campaign, in its columns: revised, then signed. */
export function bulletinOf({ unit, campaignId, campaignName, below }: Office): SeriesDraft {
  const distribution: DistributionRow[] = [
    { to: '报', recipients: [printed('上级学习教育领导小组办公室'), printed(`${unit.name}领导`)] },
    {
      to: '送',
      recipients: [
        printed('机关各部室'),
        byMail('晴川科普志愿者联盟', 'qingchuan'),
        byMail('《麦田》编辑部', 'maitian'),
      ],
    },
    { to: '发', recipients: below.map(inApp) },
  ]
  return {
    unitId: unit.id,
    name: `${unit.name}学习教育简报`,
    layout: 'bulletin',
    publisher: `${unit.name}${campaignName.replace(/^\d+年/u, '')}领导小组办公室`.slice(0, 60),
    campaignId,
    columns: [
      column('lead', '要情快报', 'single', 1),
      column('practice', '经验交流', 'articles', 3),
      column('news', '学教动态', 'articles', 8),
      column('briefs', '学教短波', 'briefs', 20),
    ],
    distribution,
    chain: [
      { key: 'revise', name: '核稿', role: 'reviser', edits: true },
      { key: 'sign', name: '签发', role: 'signatory', edits: false },
    ],
    settings: { ...usualSettings, printRun: 60, runningNumbers: true },
    startAfter: { issueNo: 16, specialNo: 1, runningNo: 41 },
  }
}

/** A magazine, every second month. */
export function magazineOf({ unit, below }: Office): SeriesDraft {
  return {
    unitId: unit.id,
    name: '麦田与星空',
    layout: 'magazine',
    publisher: `${unit.name}《麦田与星空》编辑部`.slice(0, 60),
    campaignId: null,
    columns: [
      column('lead', '卷首', 'single', 1),
      column('practice', '经验交流', 'articles', 6),
      column('news', '各地行动', 'articles', 12),
      column('briefs', '资讯', 'briefs', 30),
    ],
    distribution: [
      { to: '送', recipients: [byMail('晴川科普志愿者联盟', 'qingchuan')] },
      { to: '发', recipients: below.map(inApp) },
    ],
    chain: [
      { key: 'revise', name: '核稿', role: 'reviser', edits: true },
      { key: 'sign', name: '签发', role: 'signatory', edits: false },
    ],
    settings: { ...usualSettings, contents: true, runningNumbers: true, public: 'never' },
    startAfter: { issueNo: 5, specialNo: 0, runningNo: 23 },
  }
}

/** A city's own: its editor composes and signs. */
export function cityBulletinOf({ unit, campaignId, below }: Office): SeriesDraft {
  return {
    unitId: unit.id,
    name: `${unit.name}信息`,
    layout: 'bulletin',
    publisher: `${unit.name}办公室`,
    campaignId,
    columns: [column('news', '工作动态', 'articles', 6), column('briefs', '短讯', 'briefs', 20)],
    distribution: [
      { to: '报', recipients: [printed('市学习教育领导小组办公室')] },
      { to: '发', recipients: below.map(inApp) },
    ],
    chain: [{ key: 'sign', name: '签发', role: 'editor', edits: true }],
    settings: { ...usualSettings, public: 'never' },
    startAfter: nothing,
  }
}
