import { useRouter } from '@tanstack/react-router'

/** @returns whether some room of this house has the page: a link to a room that was left out leads nowhere. */
export function useHasPage(path: string): boolean {
  return Object.hasOwn(useRouter().routesByPath, path)
}
