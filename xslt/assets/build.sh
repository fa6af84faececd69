#!/bin/sh
# Puts what browsers fetch into FOLDER: praktikum.css (theme, the components in use, our own), the font, icons.
# Usage: sh xslt/assets/build.sh FOLDER     (after npm ci, from anywhere)
set -eu
[ $# -eq 1 ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
modules=$here/../../node_modules
design=$modules/@digdir/designsystemet-css/dist/src
theme=$modules/@digdir/designsystemet-theme/brand/digdir.css
font=$modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2

# cards WIDTH SELECTOR: the rules of cards.css for such tables, when their page is narrower. On paper tables stay.
cards() {
    echo "@media screen { @container page (max-width: $1) {"
    sed "s/\\.pk-table/$2/g" "$here/css/cards.css"
    echo '} }'
}

mkdir -p "$1/icons" "$1/fonts"
{
    echo '@charset "UTF-8";'
    echo '@layer ds.theme, ds.base, ds.components;'
    # Dark is for screens: paper is white whatever the reader's screen is.
    sed -e '/^@charset/d' -e 's/@media (prefers-color-scheme: dark)/@media screen and (prefers-color-scheme: dark)/' "$theme"
    echo '@layer ds.base {'
    cat "$design/base.css"
    echo '}'
    echo '@layer ds.components {'
    for component in alert breadcrumbs button card details error-summary field fieldset heading input label link list \
        skip-link table tag validation-message; do
        cat "$design/$component.css"
        echo
    done
    echo '}'
    for part in base frame find navigation page form table tag card wish roles notice funnel chart history icon register calendar imports board proposals grid results sheet exams narrow print; do
        cat "$here/css/$part.css"
    done
    # Tables of few, of five or six, and of seven or more columns become cards.
    cards 36rem .pk-table
    cards 46rem '.pk-table:has(> thead > tr > :nth-child(5))'
    cards 61rem '.pk-table:has(> thead > tr > :nth-child(7))'
} > "$1/praktikum.css.new"
mv "$1/praktikum.css.new" "$1/praktikum.css"
cp "$here"/icons/*.svg "$1/icons/"
cp "$here/icon.svg" "$1/icon.svg"
cp "$here"/js/*.js "$1/"
cp "$font" "$1/fonts/inter.woff2"
