/** The certificate model: one page of paper that says what somebody reached, and where that can be checked. */
import { type Static, Type } from 'typebox'

export const Certificate = Type.Object(
  {
    schema: Type.Literal('jianbao-certificate/1'),
    /** 证书 or 荣誉证书, in large type. */
    heading: Type.String(),
    /** Of whom it speaks, on a line of its own. */
    name: Type.String(),
    /** Below the name, small: the unit. */
    unit: Type.Union([Type.String(), Type.Null()]),
    /** What was reached, in sentences. */
    text: Type.String(),
    /** What it is called: 一等奖. */
    award: Type.String(),
    issuer: Type.String(),
    /** An ISO day. */
    date: Type.String(),
    number: Type.String(),
    /** 校验码 */
    seal: Type.String(),
    /** Where it is checked; also printed as a code to scan. */
    address: Type.String(),
    closing: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type Certificate = Static<typeof Certificate>
