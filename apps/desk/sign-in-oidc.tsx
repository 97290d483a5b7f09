import { catalogue } from '@jianbao/errors'
import { useLanguage } from '@jianbao/ui'
import { Alert } from 'antd'
import { useEffect, useState } from 'react'

const refusals = ['oidc-unknown-person', 'oidc-administrator', 'oidc-cancelled', 'oidc-failed'] as const
type OidcRefusal = (typeof refusals)[number]

/** @returns why the provider's way ended at the sign-in, as the address says it once; null when it did not. */
export function useOidcRefusal(): OidcRefusal | null {
  const [refusal] = useState(() => {
    const said = new URLSearchParams(location.search).get('refused')
    return refusals.find(code => code === said) ?? null
  })
  useEffect(() => {
    // Said once: a page loaded again does not repeat it.
    if (refusal) history.replaceState(history.state, '', location.pathname)
  }, [refusal])
  return refusal
}

export function OidcProblem({ refusal }: { refusal: OidcRefusal }) {
  const language = useLanguage()
  return <Alert type="error" showIcon role="alert" title={catalogue[refusal][language]} />
}
