import { choiceParam, present, uuidParam } from '@jianbao/ui'

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

export function readComposeSearch(search: Record<string, unknown>): ComposeSearch {
  return present({
    item: uuidParam(search['item']),
    tab: choiceParam(search['tab'], composeTabs),
    pane: choiceParam(search['pane'], composePanes),
  })
}
