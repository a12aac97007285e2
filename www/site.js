// What every page begins and ends with. It is no module, so that a page has it before it is seen, and out of a folder.
{
  const base = /** @type {HTMLScriptElement} */ (document.currentScript).src;

  const pages = [
    ['index.html', 'Record a visit'],
    ['case-file.html', 'Case file'],
    ['rules.html', 'Rules'],
    ['audit/index.html', 'Export'],
    ['embed.html', 'Your form'],
  ];

  /** The link past it (`skip` says to what), the pages, and what becomes of what is written here (`note`). */
  class SiteTop extends HTMLElement {
    connectedCallback() {
      const here = location.href.replace(/[?#].*/, '').replace(/\/$/, '/index.html');
      const links = pages.map(([path, name]) => {
        const { href } = new URL(path, base);
        return `<a href="${href}"${href === here ? ' aria-current="page"' : ''}>${name}</a>`;
      });
      const note = this.getAttribute('note');
      this.innerHTML = `
        <a class="skip-link" href="#main">Skip to the ${this.getAttribute('skip')}</a>
        <header class="top">
          <div class="width">
            <p class="top__name">Recording standard</p>
            <nav class="ways" aria-label="Pages">${links.join('')}</nav>
            ${note ? `<p class="top__note"><strong class="tag">Demonstration</strong> ${note}</p>` : ''}
          </div>
        </header>`;
    }
  }

  /** The last word of a page. */
  class SiteFoot extends HTMLElement {
    connectedCallback() {
      const says = this.getAttribute('says') ?? 'The checks ask and explain. What a record says is for the person who was there to decide.';
      this.innerHTML = `<footer class="foot"><div class="width"><p>${says}</p></div></footer>`;
    }
  }

  customElements.define('site-top', SiteTop);
  customElements.define('site-foot', SiteFoot);
}
