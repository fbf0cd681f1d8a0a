import { type RouteConfig, route } from '@remix-run/route-config'
import { deskRoutes } from './desk.routes.ts'
import { publicRoutes } from './routes/public.routes.ts'

export default [...publicRoutes, ...deskRoutes, route('*', 'routes/not-found.tsx')] satisfies RouteConfig
