# SPDX-License-Identifier: EUPL-1.2
# Files under assets/ go into the binary as bytes: the program is one file.
# Each becomes `std::string_view styrkedja::assets::<name>()`, the name being the path with _ for what is
# not a letter or digit. The table of all of them is generated/assets.h.
function(styrkedja_embed_assets target)
    file(GLOB_RECURSE ASSETS CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/assets ${CMAKE_SOURCE_DIR}/assets/*)
    set(HEADER "${CMAKE_BINARY_DIR}/generated/assets.h")
    set(SOURCE "${CMAKE_BINARY_DIR}/generated/assets.S")
    set(H "// Generated from assets/.\n#pragma once\n#include <string_view>\n#include <vector>\nnamespace styrkedja::assets {\n")
    set(ALL "")
    set(S ".section .note.GNU-stack,\"\",%progbits\n.section .rodata\n")
    foreach(ASSET ${ASSETS})
        string(REGEX REPLACE "[^A-Za-z0-9]" "_" NAME ${ASSET})
        string(APPEND S ".global styrkedja_asset_${NAME}\n.global styrkedja_asset_${NAME}_end\n"
            "styrkedja_asset_${NAME}:\n.incbin \"${CMAKE_SOURCE_DIR}/assets/${ASSET}\"\n"
            "styrkedja_asset_${NAME}_end:\n.byte 0\n")
        string(APPEND H "extern \"C\" const char styrkedja_asset_${NAME}[], styrkedja_asset_${NAME}_end[];\n"
            "inline std::string_view ${NAME}() {\n"
            "    return {styrkedja_asset_${NAME}, static_cast<std::size_t>(styrkedja_asset_${NAME}_end - styrkedja_asset_${NAME})};\n}\n")
        string(APPEND ALL "        {\"${ASSET}\", ${NAME}()},\n")
        set_property(SOURCE ${SOURCE} APPEND PROPERTY OBJECT_DEPENDS ${CMAKE_SOURCE_DIR}/assets/${ASSET})
    endforeach()
    string(APPEND H "struct Asset {\n    std::string_view path, bytes;\n};\n"
        "inline std::vector<Asset> all() {\n    return {\n${ALL}    };\n}\n}\n")
    file(CONFIGURE OUTPUT ${HEADER} CONTENT "${H}" @ONLY)
    file(CONFIGURE OUTPUT ${SOURCE} CONTENT "${S}" @ONLY)
    enable_language(ASM)
    target_sources(${target} PRIVATE ${SOURCE})
endfunction()
