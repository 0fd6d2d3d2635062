import type { HtmlTagDescriptor, Plugin } from 'vite'

/** Has the browser fetch the faces that every page begins with (`faces`: starts of file names) along with the script. */
export function preloadFonts(faces: readonly string[]): Plugin {
  return {
    name: 'vigil:preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => faces.some((face) => name.startsWith(`assets/${face}-normal`)))
          .map((name) => preload(`/${name}`)),
    },
  }
}

function preload(href: string): HtmlTagDescriptor {
  return {
    tag: 'link',
    attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: '' },
    injectTo: 'head',
  }
}
