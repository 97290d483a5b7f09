import type { LineKind } from './remind.schema.ts'

/** The list that shows what a line counts; a path of the staff app below /desk. */
export function linkOfLine(kind: LineKind, unitId: string, campaignId: string | null): string {
  const campaign = campaignId ? `campaign=${campaignId}&` : ''
  switch (kind) {
    case 'overdue':
      return `/gaps?${campaign}unit=${unitId}&only=true`
    case 'near':
      return `/gaps?${campaign}unit=${unitId}&only=true&group=near`
    case 'ahead':
      return `/my-tasks?unit=${unitId}`
    case 'commission':
      return `/commissions?unit=${unitId}&state=open`
    case 'commission-missed':
      return `/commissions?unit=${unitId}&state=missed`
    case 'commitment':
      return `/commitments?${campaign}own=true`
    case 'review':
      return '/reports?tab=sign'
    case 'desk':
      return `/inbox?state=submitted&desk=${unitId}`
  }
}
