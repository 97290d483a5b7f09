import type { MailKind } from '@jianbao/ledger/contract'
import { answer, api } from '@jianbao/ui'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

export type MailWish = Awaited<ReturnType<typeof readMail>>

const readMail = (signal?: AbortSignal) => answer(api.GET('/api/session/mail', signal ? { signal } : {}))

export const mailQuery = queryOptions({
  queryKey: ['account', 'mail'],
  queryFn: ({ signal }) => readMail(signal),
})

/** Each answers how things stand afterwards. */
function useWishChange<Asked>(change: (asked: Asked) => Promise<MailWish>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    // One after the other: what was wished last is what stays.
    scope: { id: 'mail' },
    onSuccess: wish => client.setQueryData(mailQuery.queryKey, wish),
    // A code that ran out leaves the page; so does one that was tried too often.
    onError: () => client.invalidateQueries({ queryKey: mailQuery.queryKey }),
  })
}

export const useSetMail = () =>
  useWishChange((address: string) => answer(api.POST('/api/session/mail/address', { body: { address } })))

export const useConfirmMail = () =>
  useWishChange((code: string) => answer(api.POST('/api/session/mail/confirm', { body: { code } })))

export const useChooseMail = () =>
  useWishChange((body: { daily: boolean; muted: MailKind[] }) =>
    answer(api.POST('/api/session/mail/choice', { body })),
  )

export const useRemoveMail = () =>
  useWishChange<undefined>(() => answer(api.POST('/api/session/mail/remove')))
