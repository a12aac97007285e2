/** esbuild, which the set-up installs: an import that is followed sooner finds nothing on a fresh machine. */
export const esbuild = () => import('esbuild');
