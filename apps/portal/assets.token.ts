/** Token of what pages load. */
export const PORTAL_ASSETS = Symbol('portal-assets');
