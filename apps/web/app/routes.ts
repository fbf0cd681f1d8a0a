import { type RouteConfig, route } from '@remix-run/route-config'

export default [route('*', 'routes/not-found.tsx')] satisfies RouteConfig
