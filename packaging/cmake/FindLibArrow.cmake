# Finds Arrow C++ with Parquet in a pyarrow wheel, and makes LibArrow::LibArrow.
#
#   LIFT_ARROW (cache or environment): the folder that holds include/ and libarrow.so, or one with include/ and lib/.
#   Without it, the wheel in the project's own virtual environment, .venv, then the system's own Arrow is taken.
#
# Debian and Ubuntu have no package of Arrow C++. The wheel's libraries carry their version in their names alone
# (libarrow.so.2600), so they are searched for by pattern.
set(LIFT_ARROW "$ENV{LIFT_ARROW}" CACHE PATH "Arrow C++ >= 22 with Parquet, as the pyarrow wheel has it")
set(_hints ${LIFT_ARROW})
if(NOT _hints)
  file(GLOB _hints ${CMAKE_SOURCE_DIR}/.venv/lib/python3.*/site-packages/pyarrow)
  list(APPEND _hints /usr /usr/local)
endif()
find_path(LibArrow_INCLUDE_DIR parquet/arrow/reader.h PATHS ${_hints} PATH_SUFFIXES include NO_DEFAULT_PATH)
set(_folders)
foreach(_hint IN LISTS _hints)
  list(APPEND _folders ${_hint} ${_hint}/lib ${_hint}/lib64 ${_hint}/lib/${CMAKE_LIBRARY_ARCHITECTURE})
endforeach()
foreach(_name arrow parquet)
  set(_found)
  foreach(_folder IN LISTS _folders)
    file(GLOB _matches ${_folder}/lib${_name}.so ${_folder}/lib${_name}.so.[0-9]*)
    list(APPEND _found ${_matches})
  endforeach()
  list(APPEND _found LibArrow_${_name}_LIBRARY-NOTFOUND)
  list(GET _found 0 LibArrow_${_name}_LIBRARY)
endforeach()
mark_as_advanced(LibArrow_INCLUDE_DIR)
if(LibArrow_INCLUDE_DIR)
  file(STRINGS ${LibArrow_INCLUDE_DIR}/arrow/util/config.h _v REGEX "define ARROW_VERSION_STRING")
  string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" LibArrow_VERSION "${_v}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibArrow
  REQUIRED_VARS LibArrow_parquet_LIBRARY LibArrow_arrow_LIBRARY LibArrow_INCLUDE_DIR
  VERSION_VAR LibArrow_VERSION
  REASON_FAILURE_MESSAGE "Parquet and Arrow files will not be read: packaging/setup brings Arrow, LIFT_ARROW names one")
if(LibArrow_FOUND AND NOT TARGET LibArrow::LibArrow)
  get_filename_component(_lib ${LibArrow_arrow_LIBRARY} DIRECTORY)
  add_library(LibArrow::LibArrow INTERFACE IMPORTED)
  set_target_properties(LibArrow::LibArrow PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${LibArrow_INCLUDE_DIR})
  target_link_libraries(LibArrow::LibArrow INTERFACE ${LibArrow_parquet_LIBRARY} ${LibArrow_arrow_LIBRARY})
  target_link_options(LibArrow::LibArrow INTERFACE -Wl,-rpath,${_lib})
endif()
