/** Every address that no other route answers. A hidden object answers the same, byte for byte. */
export const loader = (): never => {
  throw new Response(null, { status: 404 })
}

export const action = loader

export default function NotFound(): null {
  return null
}
