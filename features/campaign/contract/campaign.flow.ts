/** States of a campaign, and what may be done with it in each. */
export const campaignStates = [
  /** 草稿: seen by those who keep it */
  'draft',
  /** 进行中 */
  'open',
  /** 已结束: read, no longer reported on */
  'closed',
] as const
export type CampaignState = (typeof campaignStates)[number]

export const campaignFlow = {
  /** Its pack again, or a newer one. */
  load: { from: ['draft', 'open'], to: null },
  open: { from: ['draft', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  /** The same plan for another year, as a draft. */
  renew: { from: ['draft', 'open', 'closed'], to: null },
  /** Commitments to the units they bind. */
  issue: { from: ['open'], to: null },
} as const satisfies Record<
  string,
  { readonly from: readonly CampaignState[]; readonly to: CampaignState | null }
>

export type CampaignAction = keyof typeof campaignFlow
export const campaignActions = Object.keys(campaignFlow) as readonly CampaignAction[] as [
  CampaignAction,
  ...CampaignAction[],
]

export function mayDo(action: CampaignAction, state: CampaignState): boolean {
  return (campaignFlow[action].from as readonly CampaignState[]).includes(state)
}

export function actionsOfCampaign(state: CampaignState): CampaignAction[] {
  return campaignActions.filter(action => mayDo(action, state))
}
