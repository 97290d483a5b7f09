/** What a room hands to the staff app: its pages, its place in the menu and its texts. */
import type { ComponentType } from 'react'
import type { Texts } from './texts.ts'

export type DeskRoute = {
  /** Path below /desk, `$name` for a parameter. */
  readonly path: string
  /** Loads the page's file only when the page is opened. */
  readonly page: () => Promise<{ default: ComponentType }>
  /** Reads the search parameters; what it does not know it drops. */
  readonly search?: (search: Record<string, unknown>) => Record<string, unknown>
}

export type DeskMenuItem = {
  readonly path: string
  /** Key in the room's texts. */
  readonly label: string
  readonly namespace: string
  readonly icon: ComponentType<{ 'aria-hidden': 'true' }>
  /** A phone's menu has room for few: its page is reached from another one there. */
  readonly deskOnly?: boolean
  /** Beginnings of other paths that belong to this place of the menu. */
  readonly holds?: readonly string[]
  /** The same, on a phone alone. */
  readonly holdsOnPhone?: readonly string[]
}

export type DeskRoom = {
  readonly routes: readonly DeskRoute[]
  readonly menu: readonly DeskMenuItem[]
  /** One table of texts per group of pages. */
  readonly texts: readonly Texts[]
}
