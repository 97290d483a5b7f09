import { choiceParam, present, textParam } from '@jianbao/ui'

/** On a narrow window one pane is shown at a time. */
export const composePanes = ['waiting', 'issue', 'pages'] as const
export type ComposePane = (typeof composePanes)[number]
export const composeTabs = ['pages', 'proof', 'figures', 'sign'] as const
export type ComposeTab = (typeof composeTabs)[number]

/** What is open on the page, as it stands in the address. */
export type ComposeSearch = {
  readonly item?: string
  readonly tab?: ComposeTab
  readonly pane?: ComposePane
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readComposeSearch(search: Record<string, unknown>): ComposeSearch {
  const item = textParam(search['item'], 36)
  return present({
    item: item && uuid.test(item) ? item : undefined,
    tab: choiceParam(search['tab'], composeTabs),
    pane: choiceParam(search['pane'], composePanes),
  })
}
