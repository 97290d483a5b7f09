/** What a room hands to the staff app: its pages, its place in the menu and its texts. */
import type { ComponentType } from 'react'
import type { DeskRole } from './role.ts'
import type { Texts } from './texts.ts'

export type DeskRoute = {
  /** Path below /desk, `$name` for a parameter. */
  readonly path: string
  /** Loads the page's file only when the page is opened. */
  readonly page: () => Promise<{ default: ComponentType }>
  /** Reads the search parameters; what it does not know it drops. */
  readonly search?: (search: Record<string, unknown>) => Record<string, unknown>
  /** Who finds a page here, everybody when left out; the server decides about its records all the same. */
  readonly roles?: readonly DeskRole[]
}

/** The menu is grouped as the work is, in this order. */
export const menuGroups = ['work', 'report', 'desk', 'ledger', 'contest', 'organisation', 'system'] as const
export type MenuGroup = (typeof menuGroups)[number]

export type DeskMenuItem = {
  readonly path: string
  /** Key in the room's texts. */
  readonly label: string
  readonly namespace: string
  readonly icon: ComponentType<{ 'aria-hidden': 'true' }>
  readonly group: MenuGroup
  /** Who sees it, everybody when left out; it leads nowhere for others, whatever the menu shows. */
  readonly roles?: readonly DeskRole[]
  /** A phone's bar has room for few: there it stands under “more” alone. */
  readonly deskOnly?: boolean
  /** Its rank on a phone's bar, 1 before all; places without one come last, as the menu has them. */
  readonly bar?: number
  /** Beginnings of other paths that belong to this place of the menu. */
  readonly holds?: readonly string[]
}

/** Something found while a person types into the one field that finds everything. */
export type Finding = {
  readonly title: string
  readonly note?: string
  /** Its page with its filters, `/units?unit=…`. */
  readonly link: string
}

/** What a room lets people find from anywhere. */
export type DeskFinder = {
  /** Name of the group of results, a key in the room's texts. */
  readonly label: string
  readonly namespace: string
  readonly roles?: readonly DeskRole[]
  /** The first few; asked anew whenever typing pauses. @throws ProblemError */
  readonly find: (words: string, signal: AbortSignal) => Promise<readonly Finding[]>
  /** Address of the room's list with the words in its own field. */
  readonly all: (words: string) => string
}

export type DeskRoom = {
  readonly routes: readonly DeskRoute[]
  readonly menu: readonly DeskMenuItem[]
  readonly finders?: readonly DeskFinder[]
  /** One table of texts per group of pages. */
  readonly texts: readonly Texts[]
}
