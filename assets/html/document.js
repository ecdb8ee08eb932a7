/* SPDX-License-Identifier: EUPL-1.2
   The document works without this: a figure that has focus or the pointer shows its card (style sheet).
   With it the card stands beside the sheet, stays while the pointer travels to it, closes with Escape, and a
   table is one stop for the Tab key, with arrows between its figures. */
(() => {
    const root = document.documentElement;
    let open = null;
    let timer = 0;

    const hide = () => {
        if (open) open.classList.remove('on');
        open = null;
    };
    const place = (figure, card) => {
        card.style.top = card.style.bottom = '';
        if (getComputedStyle(card).getPropertyValue('--sheet').trim() === 'bottom') return;
        const at = figure.getBoundingClientRect();
        const size = card.getBoundingClientRect();
        const covers = at.right > size.left - 4;
        const top = covers ? at.bottom + 4 : at.top - 4;
        const fits = top + size.height < innerHeight - 8;
        card.style.top = Math.max(8, fits ? top : covers ? at.top - size.height - 4 : innerHeight - size.height - 8) + 'px';
        card.style.bottom = 'auto';
    };
    const show = (figure) => {
        clearTimeout(timer);
        if (figure === open) return;
        hide();
        const card = figure.querySelector('.card');
        if (!card) return;
        open = figure;
        figure.classList.add('on');
        place(figure, card);
    };
    const later = (action, wait) => {
        clearTimeout(timer);
        timer = setTimeout(action, wait);
    };
    const figure_of = (node) => (node instanceof Element ? node.closest('.f') : null);

    root.classList.add('js');
    document.addEventListener('mouseover', (event) => {
        const figure = figure_of(event.target);
        if (figure && figure === open) clearTimeout(timer);
        else if (figure) later(() => show(figure), open ? 160 : 220);
        else if (open !== document.activeElement) later(hide, 500);
        else clearTimeout(timer);
    });
    document.addEventListener('focusin', (event) => {
        const figure = figure_of(event.target);
        if (figure) show(figure);
        else hide();
    });
    document.addEventListener('focusout', (event) => {
        if (figure_of(event.target) === open && !event.relatedTarget) hide();
    });
    document.addEventListener('scroll', () => open && place(open, open.querySelector('.card')), true);

    const cells_of = (table) => [...table.querySelectorAll('td.f')];
    const go = (table, to) => {
        if (!to) return false;
        for (const cell of cells_of(table)) cell.tabIndex = -1;
        to.tabIndex = 0;
        to.focus();
        return true;
    };
    const in_direction = (table, cell, step) => {
        const rows = [...table.rows];
        for (let at = rows.indexOf(cell.parentNode) + step; rows[at]; at += step) {
            const other = rows[at].cells[cell.cellIndex];
            if (other && other.matches('td.f')) return other;
        }
        return null;
    };
    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') hide();
        const cell = event.target;
        if (!(cell instanceof Element) || !cell.matches('td.f') || event.ctrlKey || event.altKey || event.metaKey) return;
        const table = cell.closest('table');
        const cells = cells_of(table);
        const at = cells.indexOf(cell);
        const to = {
            ArrowRight: () => cells[at + 1],
            ArrowLeft: () => cells[at - 1],
            ArrowDown: () => in_direction(table, cell, 1),
            ArrowUp: () => in_direction(table, cell, -1),
            Home: () => cells.find((each) => each.parentNode === cell.parentNode),
            End: () => cells.findLast((each) => each.parentNode === cell.parentNode),
        }[event.key];
        if (to && (go(table, to()) || event.key.startsWith('Arrow'))) event.preventDefault();
    });
    for (const table of document.querySelectorAll('table')) {
        cells_of(table).forEach((cell, at) => { if (at > 0) cell.tabIndex = -1; });
    }

    const regions = document.querySelectorAll('.scroll');
    const measure = () => regions.forEach((region) => {
        if (region.scrollWidth > region.clientWidth + 1) region.tabIndex = 0;
        else region.removeAttribute('tabindex');
    });
    measure();
    addEventListener('resize', measure);
    document.fonts.ready.then(measure);
})();
