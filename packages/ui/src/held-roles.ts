import { createContext, use } from 'react'
import type { DeskRole } from './role.ts'

/** Given by the desk below its gate. */
export const HeldRoles = createContext<readonly DeskRole[]>([])

/** The roles of who is signed in, wherever they hold them; where they reach is the server's to say. */
export function useHeldRoles(): readonly DeskRole[] {
  return use(HeldRoles)
}
